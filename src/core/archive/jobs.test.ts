import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { desktopOf, exported } from '#core/testing/archives.ts'
import { type, write } from '#core/testing/articles.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { temporaryFolder } from '#core/testing/folder.ts'

describe('an export', () => {
  it.each([
    ['without the whole path', 'library.zip', 'relative'],
    ['by another ending', join(temporaryPath(), 'library.tar'), 'ending'],
    ['in a folder that is not there', join(temporaryPath(), 'nowhere', 'library.zip'), 'folder'],
  ])('%s is refused', async (_name, file, reason) => {
    const { call } = await desktopOf()
    await expect(call.archives.export({ file })).rejects.toMatchObject({ code: 'file_unusable', details: { reason } })
  })

  it('is never put into the library itself, with which it would be lost', async () => {
    const { call, dataDir } = await desktopOf()
    mkdirSync(join(dataDir, 'backups'), { recursive: true })
    await expect(call.archives.export({ file: join(dataDir, 'backups', 'library.zip') })).rejects.toMatchObject({
      code: 'file_unusable',
      details: { reason: 'inside' },
    })
  })

  it('waits for somebody to be at the desktop', async () => {
    const { call } = await openDesktop()
    const file = join(temporaryFolder(), 'library.zip')
    await expect(call.archives.export({ file })).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('takes the place of an older one only when it is whole', async () => {
    const { call } = await desktopOf()
    await write(call)
    const folder = temporaryFolder()
    const file = join(folder, 'library.zip')
    writeFileSync(file, 'the older one')
    await call.archives.export({ file })
    expect(readdirSync(folder)).toEqual(['library.zip'])
    expect((await call.archives.inspect({ file })).counts.articles).toBe(1)
  })

  it('that is broken off leaves nothing, and another one can be begun', async () => {
    const { call } = await desktopOf()
    await write(call)
    const folder = temporaryFolder()
    const file = join(folder, 'library.zip')
    const exporting = call.archives.export({ file })
    await call.archives.cancel({})
    await expect(exporting).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
    expect((await call.archives.status({})).job).toBeNull()
    await call.archives.export({ file })
    expect(readdirSync(folder)).toEqual(['library.zip'])
  })

  it('keeps nobody from typing, and has what was there when it began', async () => {
    const { call } = await desktopOf()
    const articleId = await write(call)
    const exporting = call.archives.export({ file: join(temporaryFolder(), 'library.zip') })
    await type(call, articleId, '其间写下的。')
    expect((await exporting).counts.drafts).toBe(1)
  })
})

describe('one job at a time', () => {
  it('is done; a second one is refused and disturbs nothing', async () => {
    const { call } = await desktopOf()
    await write(call)
    const first = call.archives.export({ file: join(temporaryFolder(), 'library.zip') })
    const second = call.archives.export({ file: join(temporaryFolder(), 'other.zip') })
    await expect(second).rejects.toMatchObject({ code: 'conflict' })
    await expect(first).resolves.toMatchObject({ counts: { articles: 1 } })
  })
})

describe('an archive that was looked at', () => {
  it('waits, also for a window that is opened later, until it is taken in or let go of', async () => {
    const from = await desktopOf()
    await write(from.call)
    const to = await desktopOf(from.me)
    const contents = await to.call.archives.inspect({ file: await exported(from) })
    expect((await to.call.archives.status({})).contents).toEqual(contents)
    await to.call.archives.discard({})
    expect((await to.call.archives.status({})).contents).toBeNull()
    await expect(to.call.archives.import({})).rejects.toMatchObject({ code: 'not_found' })
  })

  it('does not outlive the program', async () => {
    const from = await desktopOf()
    await write(from.call)
    const to = await desktopOf(from.me)
    await to.call.archives.inspect({ file: await exported(from) })
    const again = await to.restart()
    expect(existsSync(join(again.dataDir, 'importing'))).toBe(false)
    expect((await again.call.archives.status({})).contents).toBeNull()
  })
})

/** Nothing has to be there: these are refused before anything is looked at. */
function temporaryPath(): string {
  return process.platform === 'win32' ? String.raw`C:\galley-none` : '/galley-none'
}
