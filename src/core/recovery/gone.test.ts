import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { listBackups } from '#core/backup/names.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { type, write } from '#core/testing/articles.ts'
import { binAll, emptyBin } from '#core/testing/bin.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { WordLog } from './wordLog.ts'

interface Emptied {
  desktop: Desktop
  /** Removed for good. */
  gone: ArticleId
  /** Beside it, and never in the bin. */
  kept: ArticleId
}

/** One article was removed for good; `before` runs while it still lies in the bin. */
async function emptied(before: (desktop: Desktop) => Promise<unknown> = () => Promise.resolve()): Promise<Emptied> {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  const desktop = await openDesktop({ dataDir })
  const [gone, kept] = [await write(desktop.call, '要删的一篇。'), await write(desktop.call, '留下的一篇。')]
  await binAll(desktop, gone)
  await before(desktop)
  await emptyBin(desktop)
  await type(desktop.call, kept, '删完以后写的。')
  return { desktop, gone, kept }
}

const backUp = ({ call }: Desktop) => call.backups.now({})
const counts = ({ call }: Desktop) => call.articles.counts({})
const textOf = async ({ call }: Desktop, articleId: ArticleId) =>
  bodyText((await call.articles.open({ articleId })).content.blocks)
const library = ({ dataDir }: Desktop) => join(dataDir, 'library.db')

/** Closes the desktop, does something to its library, and starts it again. */
async function after(desktop: Desktop, harm: (file: string) => void): Promise<Desktop> {
  await desktop.core.close()
  harm(library(desktop))
  return desktop.restart()
}

const overwritten = (file: string) => writeFileSync(file, Buffer.alloc(readFileSync(file).length, 0x5a))

/** Puts the oldest backup in the place of the library, as docs/data.md tells people to. */
const putBack = (desktop: Desktop) =>
  after(desktop, (file) => {
    const folder = join(desktop.dataDir, 'backups')
    const oldest = listBackups(folder).at(-1)
    for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
    copyFileSync(join(folder, oldest?.name ?? ''), file)
  })

async function isGone({ desktop, gone, kept }: Emptied): Promise<void> {
  expect(await counts(desktop)).toMatchObject({ mine: 1, bin: 0 })
  await expect(textOf(desktop, gone)).rejects.toMatchObject({ code: 'not_found' })
  expect(await textOf(desktop, kept)).toBe('删完以后写的。\n留下的一篇。')
}

describe('what was removed for good', () => {
  it('is not taken for lost by the next start', async () => {
    const all = await emptied()
    const desktop = await all.desktop.restart()
    await isGone({ ...all, desktop })
    expect((await desktop.call.recovery.status({})).reports).toEqual([])
  })

  it('stays away when a damaged library is rebuilt from a backup that still has it', async () => {
    const all = await emptied(backUp)
    const desktop = await after(all.desktop, overwritten)
    await isGone({ ...all, desktop })
    const [report] = (await desktop.call.recovery.status({})).reports
    expect(report?.articles.map(({ articleId }) => articleId)).toEqual([all.kept])
  })

  it('stays away when there is no backup, and when the file is missing', async () => {
    const all = await emptied()
    const once = await after(all.desktop, overwritten)
    await isGone({ ...all, desktop: once })
    await isGone({ ...all, desktop: await after(once, (file) => rmSync(file)) })
  })
})

describe('what is here after all', () => {
  it('because a person put an older backup back, lies in the bin as it did, and a recovery keeps it', async () => {
    const all = await emptied(backUp)
    const back = await putBack(all.desktop)
    expect(await counts(back)).toMatchObject({ mine: 1, bin: 1 })
    expect(await textOf(back, all.gone)).toBe('要删的一篇。')
    expect(await textOf(back, all.kept)).toBe('删完以后写的。\n留下的一篇。')
    const again = await after(back, overwritten)
    expect(await textOf(again, all.gone)).toBe('要删的一篇。')
  })

  it('and was written on since, keeps every word of that', async () => {
    const all = await emptied(backUp)
    const back = await putBack(all.desktop)
    await back.call.articles.restore({ articleId: all.gone })
    await type(back.call, all.gone, '恢复后写的。')
    const again = await after(back, overwritten)
    expect(await textOf(again, all.gone)).toBe('恢复后写的。\n要删的一篇。')
  })

  it('because the program died before it was removed, lies in the bin, and can be removed again', async () => {
    const dataDir = temporaryFolder()
    enrolLocally(dataDir)
    const desktop = await openDesktop({ dataDir })
    const articleId = await write(desktop.call, '还在的一篇。')
    await binAll(desktop, articleId)
    const again = await after(desktop, () => {
      const words = new WordLog(dataDir, silentLogger)
      words.sayGone([{ articleId, version: 1 }])
      words.close()
    })
    expect(await textOf(again, articleId)).toBe('还在的一篇。')
    await emptyBin(again)
    expect(await counts(await again.restart())).toMatchObject({ mine: 0, bin: 0 })
  })

  it('because removing failed, has its second copy again', async () => {
    const dataDir = temporaryFolder()
    enrolLocally(dataDir)
    const db = openDatabase(join(dataDir, 'library.db'), silentLogger)
    transaction(db, (tx) => {
      tx.run(`CREATE TRIGGER stuck BEFORE DELETE ON articles BEGIN SELECT RAISE (ABORT, 'stuck'); END`)
    })
    db.close()
    const desktop = await openDesktop({ dataDir, log: silentLogger })
    const [one, two] = [await write(desktop.call, '第一篇。'), await write(desktop.call, '第二篇。')]
    await binAll(desktop, one, two)
    await expect(emptyBin(desktop)).rejects.toMatchObject({ code: 'internal' })
    expect(await counts(desktop)).toMatchObject({ bin: 2 })
    const again = await after(desktop, overwritten)
    expect([await textOf(again, one), await textOf(again, two)]).toEqual(['第一篇。', '第二篇。'])
  })
})
