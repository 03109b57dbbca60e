import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import type { CoreCalls } from '#shared/contract/core.ts'
import { coreContract } from '#shared/contract/core.ts'
import { noFilters } from '#shared/contract/search.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { createClient } from '#shared/rpc/client.ts'
import { memoryTransports } from '#shared/rpc/memory.ts'
import type { Core } from '#core/app.ts'
import { type, write } from '#core/testing/articles.ts'
import { memorySecrets, openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { testPictures } from '#core/testing/pictures.ts'
import { openCoreAnyway } from './openAnyway.ts'

let dataDir: string
let articleId: ArticleId

/** A profile as a kill leaves it, with its last words in the write-ahead log. */
beforeEach(async () => {
  const live = temporaryFolder()
  enrolLocally(live)
  const desktop = await openDesktop({ dataDir: live })
  articleId = await write(desktop.call, '满盘之前的话。')
  await type(desktop.call, articleId, '最后一句。')
  await desktop.call.search.find(question('最后'))
  dataDir = join(temporaryFolder(), 'profile')
  cpSync(live, dataDir, { recursive: true })
})

let asked = 0
const question = (text: string) => ({
  asker: '7f1a5a34-5c5c-4c8e-9a53-6f0f1c1f7a10',
  question: (asked += 1),
  text,
  filters: noFilters,
  offset: 0,
  limit: 9,
})

/**
 * No lock can be had here, as on a disk that takes nothing: what the lock would be is a folder. (Rules of the layer under
 * libc are for whole processes: see tests/integration/unwritableDisk.test.ts.)
 */
function breakProfile(): void {
  rmSync(join(dataDir, 'lock.db'), { force: true })
  cpSync(join(dataDir, 'words'), join(dataDir, 'lock.db'), { recursive: true })
}

const mend = () => rmSync(join(dataDir, 'lock.db'), { recursive: true })

interface Opened {
  core: Core
  call: CoreCalls
  /** The connection to this window ended. */
  gone: Promise<void>
  /** Lets the next look at the disk come. */
  look: () => void
}

async function open(): Promise<Opened> {
  const waiting: (() => void)[] = []
  const core = await openCoreAnyway({
    dataDir,
    log: silentLogger,
    secrets: memorySecrets(),
    pictures: testPictures,
    after: (_, run) => {
      waiting.push(run)
      return () => void waiting.splice(waiting.indexOf(run), 1)
    },
  })
  onTestFinished(() => core.close())
  return { core, ...windowOf(core), look: () => waiting.splice(0).forEach((run) => run()) }
}

function windowOf(core: Core): Pick<Opened, 'call' | 'gone'> {
  const [window, backend] = memoryTransports()
  core.serve(backend)
  const gone = new Promise<void>((resolve) => {
    window.onClose(resolve)
  })
  return { call: createClient(coreContract, window).call, gone }
}

const textOf = async (call: CoreCalls) => bodyText((await call.articles.open({ articleId })).content.blocks)

/** Everything that lies in the profile. */
function files(folder = dataDir): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile() && !file.endsWith('-shm'))
      .map((file) => [file, readFileSync(file).toString('base64')]),
  )
}

describe('a library on a disk that takes nothing', () => {
  it('is there to be read, with the last words that were saved', async () => {
    breakProfile()
    const { call } = await open()
    expect(await textOf(call)).toBe('最后一句。\n满盘之前的话。')
    expect(await call.articles.open({ articleId })).toMatchObject({ editable: false })
    expect((await call.articles.list({ view: 'mine', offset: 0, limit: 9 })).total).toBe(1)
    expect((await call.articles.exportMarkdown({ articleId })).text).toContain('满盘之前的话。')
    expect((await call.search.find(question('最后')))?.hits.map(({ row }) => row.articleId)).toEqual([articleId])
    expect(await call.recovery.status({})).toMatchObject({ disk: { folder: dataDir, readable: true } })
  })

  it('answers everything that a window asks at its start', async () => {
    breakProfile()
    const { call } = await open()
    const answers = await Promise.allSettled([
      call.settings.preferences({}),
      call.settings.enrolment({}),
      call.settings.newsroom({}),
      call.articles.counts({}),
      call.articles.undoSteps({ articleId, direction: 'undo', beyond: null, limit: 9 }),
      call.backups.status({}),
      call.history.list({ articleId }),
      call.sharing.writers({ articleId }),
      call.sync.status({}),
      call.sync.outbox({}),
      call.search.similar({ articleId, limit: 5 }),
    ])
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([])
  })

  it('is exported to another disk, and stays as it is', async () => {
    breakProfile()
    const before = files()
    const { call, core } = await open()
    const file = join(temporaryFolder(), 'rescued.zip')
    const report = await call.archives.export({ file })
    expect(report).toMatchObject({ file, counts: { articles: 1, drafts: 1 }, damaged: [] })
    const other = temporaryFolder()
    enrolLocally(other)
    const elsewhere = await openDesktop({ dataDir: other })
    await elsewhere.call.archives.inspect({ file })
    await elsewhere.call.archives.import({})
    const [row] = (await elsewhere.call.articles.list({ view: 'mine', offset: 0, limit: 9 })).rows
    expect(row?.excerpt).toContain('最后一句。')
    await expect(call.archives.inspect({ file })).rejects.toMatchObject({ retryable: true })
    await core.close()
    expect(files()).toEqual(before)
  })

  it('says that the desk is not asked, and does not ask', async () => {
    breakProfile()
    const { call } = await open()
    expect(await call.sync.status({})).toMatchObject({ connection: 'resting', lastError: null })
  })

  it('takes nothing, and says why', async () => {
    breakProfile()
    const before = files()
    const { call, core } = await open()
    const code = (await call.recovery.status({})).disk?.code
    await expect(type(call, articleId, '没有地方放。')).rejects.toMatchObject({ code, retryable: true })
    await expect(call.articles.create({ kind: 'original' })).rejects.toMatchObject({ code })
    await expect(call.articles.bin({ articleId })).rejects.toMatchObject({ code })
    await expect(call.review.submit({ articleId })).rejects.toMatchObject({ code })
    await expect(call.recovery.retry({})).rejects.toMatchObject({ code })
    await core.close()
    expect(files()).toEqual(before)
  })

  it('is written to again when a person has another look taken, without a new start', async () => {
    breakProfile()
    const { core, call, gone } = await open()
    mend()
    // The answer may come or be lost with the connection.
    await call.recovery.retry({}).catch(() => undefined)
    await gone
    const again = windowOf(core)
    expect(await again.call.recovery.status({})).toMatchObject({ disk: null })
    await type(again.call, articleId, '接着写。')
    expect(await textOf(again.call)).toBe('接着写。\n最后一句。\n满盘之前的话。')
  })

  it('is written to again by itself', async () => {
    breakProfile()
    const { core, gone, look } = await open()
    look()
    await expect(type(windowOf(core).call, articleId, '还不行。')).rejects.toMatchObject({ retryable: true })
    mend()
    look()
    await gone
    await type(windowOf(core).call, articleId, '接着写。')
  })
})

describe('a profile of which nothing can be read', () => {
  it('says so in its window, and opens once it can be', async () => {
    const away = `${dataDir}-away`
    renameSync(dataDir, away)
    // Where the folder would be, there is something that is none: as little can be made there as on an empty read-only disk.
    writeFileSync(dataDir, '')
    const { core, call, gone } = await open()
    expect(await call.recovery.status({})).toMatchObject({ disk: { folder: dataDir, readable: false } })
    await expect(call.settings.preferences({})).rejects.toMatchObject({ details: { folder: dataDir } })
    await expect(call.articles.list({ view: 'mine', offset: 0, limit: 9 })).rejects.toMatchObject({ retryable: true })
    expect(await core.mediaFile('0'.repeat(64) as never)).toBeNull()
    rmSync(dataDir)
    renameSync(away, dataDir)
    await call.recovery.retry({}).catch(() => undefined)
    await gone
    expect(await textOf(windowOf(core).call)).toBe('最后一句。\n满盘之前的话。')
    expect(existsSync(join(dataDir, 'damaged'))).toBe(false)
  })
})
