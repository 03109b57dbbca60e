import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { picture } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import { put, type, write } from '#core/testing/articles.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { png } from '#core/testing/pictures.ts'
import { silentLogger } from '#shared/log.ts'
import { migrations } from '#core/db/migrations/index.ts'
import { openDatabase } from '#core/db/open.ts'
import { keepBefore } from './beforeMigration.ts'
import { listBackups } from './names.ts'

async function reporter(): Promise<Desktop> {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  return openDesktop({ dataDir })
}

const made = ({ dataDir }: Desktop) => listBackups(join(dataDir, 'backups'))

/** The library of a backup, opened as a profile of its own. */
async function opened(file: string): Promise<Desktop> {
  const dataDir = temporaryFolder()
  copyFileSync(file, join(dataDir, 'library.db'))
  return openDesktop({ dataDir })
}

describe('a backup', () => {
  it('holds what was saved, while the library stays open and people type', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '备份之前的一句。')
    const running = desktop.call.backups.now({})
    await type(desktop.call, articleId, '同时写下的一句。')
    const status = await running
    expect(status).toMatchObject({ running: false, count: 1, failure: null, second: null })
    const [backup] = made(desktop)
    const copy = await opened(join(status.folder, backup?.name ?? ''))
    const { content } = await copy.call.articles.open({ articleId })
    expect(bodyText(content.blocks)).toContain('备份之前的一句。')
  })

  it('is one file, with nothing of SQLite beside it', async () => {
    const desktop = await reporter()
    await desktop.call.backups.now({})
    expect(readdirSync(join(desktop.dataDir, 'backups'))).toEqual(made(desktop).map(({ name }) => name))
  })

  it('is not made of a damaged library, and takes no good one away', async () => {
    const desktop = await reporter()
    for (let n = 0; n < 5; n += 1) await write(desktop.call, '字'.repeat(5000))
    await desktop.call.backups.now({})
    const before = made(desktop)
    await desktop.core.close()
    const library = join(desktop.dataDir, 'library.db')
    const bytes = readFileSync(library)
    writeFileSync(library, bytes.fill(0xa5, 4096 * 4, 4096 * 9))
    const damaged = await openDesktop({ dataDir: desktop.dataDir, secrets: desktop.secrets }).catch(() => null)
    if (damaged !== null) await damaged.call.backups.now({}).catch(() => null)
    expect(made(desktop)).toEqual(expect.arrayContaining(before))
  })

  it('takes the place of older ones, beside the library and in the folder of the person', async () => {
    const dataDir = temporaryFolder()
    enrolLocally(dataDir)
    const desktop = await openDesktop({ dataDir, clock: () => new Date('2026-03-05T08:30:00Z') })
    const stick = temporaryFolder()
    await desktop.call.backups.setFolder({ folder: stick })
    for (let n = 0; n < 5; n += 1) await desktop.call.backups.now({})
    const newest = [5, 4, 3]
    expect(made(desktop).map(({ sequence }) => sequence)).toEqual(newest)
    const [own = ''] = readdirSync(stick)
    expect(listBackups(join(stick, own)).map(({ sequence }) => sequence)).toEqual(newest)
  })

  it('that was broken off leaves nothing that looks like one', async () => {
    const desktop = await reporter()
    await write(desktop.call)
    const running = desktop.call.backups.now({}).catch((error: unknown) => error)
    await desktop.core.close()
    await running
    const again = await openDesktop({ dataDir: desktop.dataDir })
    await again.call.backups.now({})
    for (const { name } of made(desktop)) await opened(join(desktop.dataDir, 'backups', name))
    expect(readdirSync(join(desktop.dataDir, 'backups')).filter((name) => name.includes('part'))).toEqual([])
  })
})

describe('a folder of the person', () => {
  it('gets each backup and the pictures, with a list of what is there', async () => {
    const desktop = await reporter()
    const stick = temporaryFolder()
    const { media } = await desktop.call.media.add({ bytes: png(5, 4) })
    await desktop.call.backups.setFolder({ folder: stick })
    await desktop.call.backups.now({})
    const status = await desktop.call.backups.now({})
    expect(status.second).toMatchObject({ folder: stick, state: 'done', error: null })
    expect(status.second?.last).not.toBeNull()
    const [own] = readdirSync(stick)
    const there = join(stick, own ?? '')
    expect(listBackups(there)).toEqual(made(desktop))
    expect(existsSync(join(there, 'media', media.slice(0, 2), media))).toBe(true)
    const manifest: unknown = JSON.parse(readFileSync(join(there, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ format: 'galley/backup-folder/1', media: [media] })
  })

  it('that is absent is said quietly, and gets its copy when it is back', async () => {
    const desktop = await reporter()
    const stick = join(temporaryFolder(), 'stick')
    mkdirSync(stick)
    await desktop.call.backups.setFolder({ folder: stick })
    rmSync(stick, { recursive: true })
    const away = await desktop.call.backups.now({})
    expect(away).toMatchObject({ failure: null, count: 1, second: { state: 'absent', last: null } })
    expect(existsSync(stick)).toBe(false)
    mkdirSync(stick)
    expect((await desktop.call.backups.now({})).second).toMatchObject({ state: 'done' })
  })

  it('never has a damaged picture put in the place of the good one', async () => {
    const desktop = await reporter()
    const stick = temporaryFolder()
    const file = await desktop.call.media.add({ bytes: png(5, 4) })
    await write(desktop.call, '有图。', put(picture(file, { alt: '', credit: '', rights: '', source: '' })))
    writeFileSync(join(desktop.dataDir, 'media', file.media.slice(0, 2), file.media), 'damaged')
    await desktop.call.backups.setFolder({ folder: stick })
    await desktop.call.backups.now({})
    const [own] = readdirSync(stick)
    expect(existsSync(join(stick, own ?? '', 'media', file.media.slice(0, 2), file.media))).toBe(false)
  })

  it.each(['relative/path', '/nowhere/at/all'])('%s is refused', async (folder) => {
    const desktop = await reporter()
    await expect(desktop.call.backups.setFolder({ folder })).rejects.toMatchObject({ code: 'folder_unusable' })
  })

  it('inside of the profile is refused, because it would be lost with it', async () => {
    const desktop = await reporter()
    await expect(desktop.call.backups.setFolder({ folder: desktop.dataDir })).rejects.toMatchObject({
      code: 'folder_unusable',
    })
  })
})

describe('a library of an older format', () => {
  const next = { version: migrations.length + 1, sql: 'CREATE TABLE later (a TEXT) STRICT' }

  it('is kept as it was before it is brought up to the new one', async () => {
    const desktop = await reporter()
    await write(desktop.call)
    await desktop.core.close()
    const file = join(desktop.dataDir, 'library.db')
    const keep = keepBefore(desktop.dataDir, new Date())
    openDatabase(file, silentLogger, [...migrations, next], keep).close()
    expect(made(desktop).map(({ format }) => format)).toEqual([migrations.length])
    openDatabase(file, silentLogger, [...migrations, next], keep).close()
    expect(made(desktop)).toHaveLength(1)
  })

  it('is kept with what its write-ahead log still holds', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '还在日志里的一句。')
    const dataDir = temporaryFolder()
    for (const name of ['library.db', 'library.db-wal']) copyFileSync(join(desktop.dataDir, name), join(dataDir, name))
    openDatabase(
      join(dataDir, 'library.db'),
      silentLogger,
      [...migrations, next],
      keepBefore(dataDir, new Date()),
    ).close()
    const [backup] = listBackups(join(dataDir, 'backups'))
    const before = await opened(join(dataDir, 'backups', backup?.name ?? ''))
    expect(bodyText((await before.call.articles.open({ articleId })).content.blocks)).toBe('还在日志里的一句。')
  })
})

describe('the schedule', () => {
  /** A desktop whose clock and timers the test turns. */
  async function timed() {
    const dataDir = temporaryFolder()
    enrolLocally(dataDir)
    const waiting: { milliseconds: number; callback: () => void }[] = []
    let now = Date.parse('2026-04-12T08:00:00Z')
    const desktop = await openDesktop({
      dataDir,
      clock: () => new Date(now),
      after: (milliseconds, callback) => {
        waiting.push({ milliseconds, callback })
        return () => {}
      },
    })
    const settled = async () => {
      while ((await desktop.call.backups.status({})).running) await new Promise(setImmediate)
      await new Promise(setImmediate)
    }
    const pass = async () => {
      const next = waiting.splice(0)
      now += Math.max(...next.map(({ milliseconds }) => milliseconds))
      for (const { callback } of next) callback()
      await settled()
    }
    return { desktop, pass }
  }

  it('makes the first one of the day, and another when something changed', async () => {
    const { desktop, pass } = await timed()
    await pass()
    expect(made(desktop)).toHaveLength(1)
    await pass()
    expect(made(desktop)).toHaveLength(1)
    await write(desktop.call)
    await pass()
    expect(made(desktop)).toHaveLength(2)
  })
})
