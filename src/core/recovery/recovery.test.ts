import { randomUUID } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { paragraph } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { put, type, write } from '#core/testing/articles.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { enrolledDesktop, openDesktop } from '#core/testing/desktop.ts'
import { startDesk } from '#core/testing/deskServer.ts'
import { settle } from '#core/testing/cast.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { person } from '#core/testing/newsroom.ts'
import { silentLogger } from '#shared/log.ts'

async function reporter(): Promise<Desktop> {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  return openDesktop({ dataDir })
}

const library = ({ dataDir }: Desktop) => join(dataDir, 'library.db')
const textOf = async ({ call }: Desktop, articleId: ArticleId) =>
  bodyText((await call.articles.open({ articleId })).content.blocks)
const reportOf = async ({ call }: Desktop) => (await call.recovery.status({})).reports[0]

/** Closes the desktop, does something to its library, and starts it again. */
async function after(desktop: Desktop, harm: (file: string) => void): Promise<Desktop> {
  await desktop.core.close()
  harm(library(desktop))
  return desktop.restart()
}

const overwritten = (file: string) => writeFileSync(file, Buffer.alloc(readFileSync(file).length, 0x5a))

describe('a library that is damaged', () => {
  it('is set aside as it was found, with its write-ahead log', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '日志里的话。')
    const killed = join(temporaryFolder(), 'profile')
    cpSync(desktop.dataDir, killed, { recursive: true })
    const file = join(killed, 'library.db')
    const log = readFileSync(`${file}-wal`)
    // Its first pages are those of the log; what is damaged is one that the log does not have.
    const bytes = readFileSync(file).fill(0x5a, 100)
    writeFileSync(file, bytes)
    const again = await openDesktop({ dataDir: killed, log: silentLogger })
    expect(await textOf(again, articleId)).toBe('日志里的话。')
    const { aside } = (await reportOf(again)) ?? {}
    expect(readFileSync(join(aside ?? '', 'library.db')).equals(bytes)).toBe(true)
    expect(readFileSync(join(aside ?? '', 'library.db-wal')).equals(log)).toBe(true)
  })

  it('is brought back from the backup, with what was typed since', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '备份之前。')
    await desktop.call.backups.now({})
    await type(desktop.call, articleId, '备份之后。')
    const second = await write(desktop.call, '备份之后的新稿。')
    const again = await after(desktop, overwritten)
    expect(await textOf(again, articleId)).toBe('备份之后。\n备份之前。')
    expect(await textOf(again, second)).toBe('备份之后的新稿。')
    const report = await reportOf(again)
    expect(report).toMatchObject({ reason: 'damaged', backup: { at: expect.any(String) as string } })
    expect(report?.articles.map(({ outcome }) => outcome)).toEqual(['whole', 'whole'])
  })

  it('still knows a step that a window sends again, because it was never answered', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '先写的。')
    const step = { articleId, step: randomUUID(), ops: [put(paragraph('没有听到回答的一段。'))] }
    const { version } = await desktop.call.articles.journal(step)
    const again = await after(desktop, overwritten)
    expect((await again.call.articles.journal(step)).version).toBe(version)
    expect(await textOf(again, articleId)).toBe('没有听到回答的一段。\n先写的。')
  })

  it('leaves backups of a newer Galley alone, and is brought back from one that it can read', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call)
    await desktop.call.backups.now({})
    const newer = join(desktop.dataDir, 'backups', 'galley-000009-20260305T080000Z-v99.db')
    writeFileSync(newer, 'of a format that is not known yet')
    const again = await after(desktop, overwritten)
    expect(await textOf(again, articleId)).not.toBe('')
    expect((await reportOf(again))?.backup?.name).toContain('galley-000001-')
    expect(readFileSync(newer, 'utf8')).toBe('of a format that is not known yet')
  })

  it('lies set aside as it was, and nothing of it is erased', async () => {
    const desktop = await reporter()
    await write(desktop.call)
    await desktop.core.close()
    overwritten(library(desktop))
    const before = readFileSync(library(desktop))
    const again = await desktop.restart()
    const aside = (await reportOf(again))?.aside ?? ''
    expect(readFileSync(join(aside, 'library.db')).equals(before)).toBe(true)
  })

  it('starts without any backup, with every word', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '没有备份。')
    const again = await after(desktop, (file) => truncateSync(file, 4096 * 3))
    expect(await textOf(again, articleId)).toBe('没有备份。')
    expect(await again.call.settings.enrolment({})).not.toBeNull()
  })

  it('that is gone is made again', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '文件没了。')
    await desktop.call.backups.now({})
    await type(desktop.call, articleId, '还写了。')
    const again = await after(desktop, (file) => rmSync(file))
    expect(await textOf(again, articleId)).toContain('还写了。')
    expect(await reportOf(again)).toMatchObject({ reason: 'missing', aside: null })
  })

  it('is recovered again when that was interrupted', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '中断。')
    await desktop.core.close()
    overwritten(library(desktop))
    const once = await desktop.restart()
    const id = (await reportOf(once))?.id ?? ''
    await once.core.close()
    // As if the program had died after the files were moved and before the new library was in its place.
    rmSync(library(desktop))
    writeFileSync(join(desktop.dataDir, 'damaged', 'pending.json'), JSON.stringify({ folder: id, moved: true }))
    const again = await once.restart()
    expect(await textOf(again, articleId)).toBe('中断。')
    expect(existsSync(join(desktop.dataDir, 'damaged', 'pending.json'))).toBe(false)
  })

  it('does not stand in the way of an older backup when the newest cannot be read', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '第一句。')
    await desktop.call.backups.now({})
    await type(desktop.call, articleId, '第二句。')
    await desktop.call.backups.now({})
    await desktop.core.close()
    const folder = join(desktop.dataDir, 'backups')
    const newest = readdirSync(folder).toSorted().at(-1) ?? ''
    overwritten(join(folder, newest))
    overwritten(library(desktop))
    const again = await desktop.restart()
    expect(await textOf(again, articleId)).toBe('第二句。\n第一句。')
    expect(readdirSync(folder)).toContain(`${newest}.unreadable`)
  })
})

describe('a library that is older than what was saved', () => {
  it('gets its words back, and says so', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '旧的一句。')
    const old = join(temporaryFolder(), 'old.db')
    await desktop.core.close()
    copyFileSync(library(desktop), old)
    const later = await desktop.restart()
    await type(later.call, articleId, '后来的一句。')
    const again = await after(later, (file) => copyFileSync(old, file))
    expect(await textOf(again, articleId)).toContain('后来的一句。')
    expect(await reportOf(again)).toMatchObject({ reason: 'behind', aside: null, backup: null })
  })

  it('gets back what lay in a write-ahead log that is missing', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '在日志里。')
    const dataDir = temporaryFolder()
    copyFileSync(library(desktop), join(dataDir, 'library.db'))
    await desktop.core.close()
    cpSync(join(desktop.dataDir, 'words'), join(dataDir, 'words'), { recursive: true })
    const again = await openDesktop({ dataDir })
    expect(await textOf(again, articleId)).toBe('在日志里。')
  })
})

describe('the report', () => {
  it('is shown once, and stays readable', async () => {
    const desktop = await reporter()
    await write(desktop.call)
    const again = await after(desktop, overwritten)
    const { unread, reports } = await again.call.recovery.status({})
    expect(unread).toBe(reports[0]?.id)
    await again.call.recovery.read({ id: unread ?? '' })
    const later = await again.restart()
    expect(await later.call.recovery.status({})).toMatchObject({ unread: null, reports })
  })

  it('is not there on a day like any other', async () => {
    const desktop = await reporter()
    await write(desktop.call)
    const again = await desktop.restart()
    expect(await again.call.recovery.status({})).toEqual({ reports: [], unread: null, damaged: false, disk: null })
  })
})

describe('what was sent to the desk', () => {
  it('is not done twice after a restore, and what was not sent still goes', async () => {
    const desk = await startDesk([person('reporter', 'reporter')])
    const author = await enrolledDesktop(desk.url, 'reporter')
    await author.call.sync.setPaused({ paused: true })
    const articleId = await write(author.call)
    const { revisionId } = await author.call.review.submit({ articleId })
    await author.call.backups.now({})
    await author.call.sync.setPaused({ paused: false })
    await settle(author)
    expect(desk.model.effects).toEqual([`revision ${revisionId}`, `submit ${revisionId}`])
    const again = await after(author, overwritten)
    await again.call.sync.setPaused({ paused: false })
    await settle(again)
    await again.call.sync.now({})
    expect(desk.model.effects).toEqual([`revision ${revisionId}`, `submit ${revisionId}`])
    expect((await again.call.articles.open({ articleId })).status).toMatchObject({ state: 'inReview', revisionId })
    expect((await again.call.sync.status({})).waiting).toBe(0)
  })
})
