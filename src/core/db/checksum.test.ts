import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'

import { silentLogger } from '#shared/log.ts'
import { type, write } from '#core/testing/articles.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { checkDatabase } from './copy.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase } from './open.ts'

interface Row {
  article_id: string
  version: number
  content: string
  step: string
  at: string
  ops: string | null
  checksum: number
}

/** As docs/data.md tells it to whoever has no Galley: bit by bit, from the standard. */
function checksum(...columns: readonly (string | number | null)[]): number {
  let crc = 0xffffffff
  for (const byte of Buffer.from(columns.map((column) => column ?? '').join('\n'))) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

let file: string

/** A closed library of two drafts; the first has steps after its snapshot. */
beforeEach(async () => {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  const { call, core } = await openDesktop({ dataDir })
  await type(call, await write(call, '堤上的风。'), '第二段。')
  await write(call, '另一篇。')
  await core.close()
  file = join(dataDir, 'library.db')
})

/** Runs statements without Galley and without what it teaches a connection. */
function without<T>(work: (sqlite: Sqlite.Database) => T): T {
  const sqlite = new Sqlite(file)
  try {
    return work(sqlite)
  } finally {
    sqlite.close()
  }
}

const rows = (table: string) => without((sqlite) => sqlite.prepare<[], Row>(`SELECT * FROM ${table}`).all())

function expectTheirOwn(): void {
  const snapshots = rows('snapshots')
  const steps = rows('journal')
  expect([snapshots.length, steps.length]).toEqual([2, 3])
  for (const row of snapshots) expect(row.checksum).toBe(checksum(row.article_id, row.version, row.content))
  for (const row of steps) expect(row.checksum).toBe(checksum(row.article_id, row.version, row.step, row.at, row.ops))
}

describe('the checksum of a row', () => {
  it('is the CRC-32 that docs/data.md describes', expectTheirOwn)

  it('is given to the rows of a library of before', () => {
    without((sqlite) => {
      for (const table of ['snapshots', 'journal', 'undo_steps'])
        sqlite.exec(`ALTER TABLE ${table} DROP COLUMN checksum`)
      sqlite.pragma('user_version = 10')
    })
    openDatabase(file, silentLogger, migrations.slice(0, 11)).close()
    expectTheirOwn()
  })

  it.each([
    `UPDATE snapshots SET content = replace(content, '"kind":"original"', '"kind":"authored"')`,
    'UPDATE snapshots SET version = version + 1',
    'UPDATE snapshots SET checksum = NULL',
    `UPDATE journal SET ops = replace(ops, '第二段', '第三段')`,
    `UPDATE journal SET step = step || '-'`,
    'UPDATE journal SET ops = NULL',
    'DELETE FROM journal WHERE version = 2',
    'UPDATE drafts SET version = version - 1',
    'DELETE FROM snapshots',
  ])('finds out what a whole file does not tell: %s', (harm) => {
    expect(checkDatabase(file).bytes).toBeGreaterThan(0)
    without((sqlite) => sqlite.exec(harm))
    without((sqlite) => expect(sqlite.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]))
    expect(() => checkDatabase(file)).toThrow(expect.objectContaining({ code: 'database_damaged' }))
  })
})
