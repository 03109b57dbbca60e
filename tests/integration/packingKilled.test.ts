import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import { textOf } from '#server/desk/packs.ts'
import { openStore } from '#server/storage/open.ts'
import { completeContent, openNewsroom } from '#server/testing/newsroom.ts'
import { paragraph } from '#shared/document/make.ts'
import { revisionId } from '#shared/document/revision.ts'
import type { RevisionId } from '#shared/domain/ids.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import type { Rule } from '../faults/layer.ts'
import { diskLayer, onDisk, writeRules } from '../faults/layer.ts'

const program = fileURLToPath(new URL('../faults/packChild.ts', import.meta.url))
const lines = 3
const length = 20

/** The server packs what was written earlier, in its rounds. Whenever it dies, every text reads as it was sent. */
describe.skipIf('missing' in diskLayer())('a server that is killed while it packs', { timeout: 120_000 }, () => {
  let desk: string
  let texts: Map<RevisionId, string>

  beforeAll(async () => {
    desk = mkdtempSync(join(tmpdir(), 'galley-desk-'))
    const { server, desktop } = await openNewsroom(desk)
    const lin = await desktop('lin')
    for (let line = 0; line < lines; line += 1) {
      const articleId = newArticleId()
      let parents: RevisionId[] = []
      for (let n = 0; n < length; n += 1) {
        const content = completeContent({}, [paragraph(`第 ${line} 篇第 ${n} 稿。${'堤上的灯亮了。'.repeat(200)}`)])
        const revision = { articleId, parents, content }
        await lin.putRevision(revision)
        parents = [revisionId(revision)]
      }
    }
    await server.close()
    texts = await read(join(desk, 'desk.sqlite'))
    expect(texts.size).toBe(lines * length)
    return () => rmSync(desk, { recursive: true, force: true })
  })

  async function read(file: string): Promise<Map<RevisionId, string>> {
    const store = openStore(file)
    const found = await store.read(async (from) => {
      const rows = await from
        .selectFrom('revisions')
        .select(['id', 'content', 'pack', 'packStart', 'packEnd'])
        .execute()
      return Promise.all(rows.map(async (row) => [row.id, await textOf(from, row)] as const))
    })
    await store.close()
    return new Map(found)
  }

  async function pack(root: string, rule: Rule | null): Promise<string | null> {
    const rules = `${root}.rules`
    writeRules(rules, rule === null ? [] : [rule])
    const env = { ...process.env, ...onDisk({ root, rules }) }
    const child = spawn(process.execPath, [program, join(root, 'desk.sqlite')], { env, stdio: 'inherit' })
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    return signal
  }

  const moments: [string, Rule][] = [
    ...[1, 3, 9, 20].map((first): [string, Rule] => [`write ${first}`, { call: 'write', failure: 'KILL', first }]),
    ['half of a write', { call: 'write', failure: 'TORN', first: 5 }],
    ['the first sync', { call: 'sync', failure: 'KILL' }],
    ['the second sync', { call: 'sync', failure: 'KILL', first: 2 }],
  ]

  it.each(moments)(
    'at %s, has every text as it was sent, and packs the rest in the next round',
    async (_name, rule) => {
      const base = mkdtempSync(join(tmpdir(), 'galley-packing-'))
      onTestFinished(() => rmSync(base, { recursive: true, force: true }))
      const root = join(base, 'disk')
      mkdirSync(root)
      const file = join(root, 'desk.sqlite')
      cpSync(join(desk, 'desk.sqlite'), file)
      expect(await pack(root, rule)).toBe('SIGKILL')
      expect(await read(file)).toEqual(texts)
      expect(await pack(root, null)).toBeNull()
      expect(await read(file)).toEqual(texts)
      const db = new Sqlite(file, { readonly: true })
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      // All but the head of each line.
      expect(db.prepare('SELECT count(*) FROM revisions WHERE pack IS NOT NULL').pluck().get()).toBe(
        lines * (length - 1),
      )
      db.close()
    },
  )
})
