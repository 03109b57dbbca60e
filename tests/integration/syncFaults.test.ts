import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import { put } from '#core/testing/articles.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { png } from '#core/testing/pictures.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import { paragraph, picture } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId, MediaHash } from '#shared/domain/ids.ts'
import type { Rule } from '../faults/layer.ts'
import { diskLayer, fullDisk, onDisk, writeRules } from '../faults/layer.ts'
import { startCore, startServerChild } from '../kit/children.ts'
import { completeArticle, furnish, password } from '../kit/newsroom.ts'

let folder: string
let serverUrl: string

/** A desk that nothing is wrong with. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-sync-'))
  await furnish(join(folder, 'desk'))
  const server = await startServerChild(join(folder, 'desk'), 0, 'http://news.test')
  serverUrl = server.url
  onTestFinished(async () => {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  })
})

async function desktop(name: string, env: Readonly<Record<string, string>> = {}): Promise<CoreCalls> {
  const core = await startCore(join(folder, name, 'profile'), env)
  onTestFinished(() => core.kill())
  await core.client.call.settings.enrol({ serverUrl, account: 'author', password })
  return core.client.call
}

const type = (call: CoreCalls, articleId: ArticleId, text: string) =>
  call.articles.journal({ articleId, step: randomUUID(), ops: [put(paragraph(text))] })

async function addPicture(call: CoreCalls, articleId: ArticleId, side: number): Promise<MediaHash> {
  const { media, width, height } = await call.media.add({ bytes: png(side, side) })
  const ops = [put(picture({ media, width, height }, { alt: '图' }))]
  await call.articles.journal({ articleId, step: randomUUID(), ops })
  return media
}

const textOf = async (call: CoreCalls, articleId: ArticleId): Promise<string> =>
  bodyText((await call.articles.open({ articleId })).content.blocks)

const faults: [string, readonly Rule[], string][] = [
  ['a full disk', fullDisk, 'disk_full'],
  ['errors on writing', [{ call: 'write', failure: 'EIO' }], 'disk_failing'],
  ['errors on syncing', [{ call: 'sync', failure: 'EIO' }], 'disk_failing'],
]

describe.skipIf('missing' in diskLayer())('while a desktop talks to the desk', { timeout: 120_000 }, () => {
  /** One desktop on a disk that can be told to fail, and another one of the same person; both have the article. */
  async function two() {
    const root = join(folder, 'failing')
    const rules = join(folder, 'rules')
    mkdirSync(root)
    writeRules(rules)
    const failing = await desktop('failing', onDisk({ root, rules }))
    const other = await desktop('other')
    const articleId = await completeArticle(failing)
    for (const call of [failing, other]) await call.sync.now({})
    expect(await textOf(other, articleId)).toBe('首班渡轮早上六点离岸。')
    return { failing, other, articleId, breakDisk: (broken: readonly Rule[] = []) => writeRules(rules, broken) }
  }

  async function expectAll(calls: CoreCalls[], articleId: ArticleId, words: string[]): Promise<void> {
    for (let round = 0; round < 3; round += 1) for (const call of calls) await call.sync.now({})
    const texts = await Promise.all(calls.map((call) => textOf(call, articleId)))
    expect(new Set(texts).size).toBe(1)
    for (const each of words) expect(texts[0]?.split(each)).toHaveLength(2)
    for (const call of calls) {
      expect(await call.sync.status({})).toMatchObject({ connection: 'online', rejected: 0, waiting: 0, unsent: 0 })
      expect((await call.recovery.status({})).reports).toEqual([])
    }
  }

  it.each(faults)('%s: what comes from the desk comes when it is over', async (_name, rules, code) => {
    const { failing, other, articleId, breakDisk } = await two()
    await type(other, articleId, '在别处写的。')
    breakDisk(rules)
    await other.sync.now({})
    const status = await failing.sync.now({})
    expect(status).toMatchObject({ connection: 'resting', lastError: { code } })
    expect(await textOf(failing, articleId)).toBe('首班渡轮早上六点离岸。')
    breakDisk()
    await expectAll([failing, other], articleId, ['首班渡轮早上六点离岸。', '在别处写的。'])
  })

  it.each(faults)('%s: what was written here goes there once, whenever the disk failed', async (_name, rules) => {
    const { failing, other, articleId, breakDisk } = await two()
    const words = ['首班渡轮早上六点离岸。', '在别处写的。']
    await type(other, articleId, '在别处写的。')
    await other.sync.now({})
    for (const [n, first] of [1, 2, 3, 5, 8].entries()) {
      const text = `这里的第 ${n} 段。`
      words.push(text)
      await type(failing, articleId, text)
      breakDisk(rules.map((rule) => ({ ...rule, first })))
      await failing.sync.now({})
      breakDisk()
      await failing.sync.now({})
    }
    await expectAll([failing, other], articleId, words)
  })

  it.each(faults)('%s: pictures arrive on both sides when it is over', async (_name, rules) => {
    const { failing, other, articleId, breakDisk } = await two()
    const [here, there] = [await addPicture(failing, articleId, 7), await addPicture(other, articleId, 9)]
    breakDisk(rules)
    await other.sync.now({})
    await failing.sync.now({})
    breakDisk()
    await expectAll([failing, other], articleId, ['首班渡轮早上六点离岸。'])
    for (const call of [failing, other]) {
      const { attachments } = await call.articles.exportMarkdown({ articleId })
      expect(attachments.map(({ bytes }) => bytes).toSorted((a, b) => a.length - b.length)).toEqual(
        [png(7, 7), png(9, 9)].toSorted((a, b) => a.length - b.length),
      )
    }
    expect(here).not.toBe(there)
  })

  it('a picture that the disk cannot read is sent later, and not called missing', async () => {
    const { failing, other, articleId, breakDisk } = await two()
    await failing.sync.setPaused({ paused: true })
    const media = await addPicture(failing, articleId, 11)
    await failing.sync.setPaused({ paused: false })
    breakDisk([{ call: 'look', failure: 'EIO', part: media }])
    await expect(failing.articles.exportMarkdown({ articleId })).rejects.toMatchObject({ code: 'media_unreadable' })
    expect(await failing.media.state({ media })).toEqual({ state: 'unreadable' })
    expect((await failing.sync.now({})).rejected).toBe(0)
    breakDisk()
    await expectAll([failing, other], articleId, ['首班渡轮早上六点离岸。'])
    expect((await other.articles.exportMarkdown({ articleId })).attachments).toHaveLength(1)
  })
})

const year = 365 * 24 * 60 * 60 * 1000

describe('a clock that jumps a year', { timeout: 120_000 }, () => {
  it.each([
    ['on', year],
    ['back', -year],
  ])('%s, while desktops talk to the desk, loses and doubles nothing', async (_name, jump) => {
    let time = 0
    const clock = () => new Date(Date.now() + time)
    const people = await Promise.all(
      (['author', 'author', 'chief'] as const).map(async (account) => {
        const { call } = await openDesktop({ clock })
        await call.settings.enrol({ serverUrl, account, password })
        return call
      }),
    )
    const [first, second, chief] = people
    if (first === undefined || second === undefined || chief === undefined) throw new Error('three desktops')
    const articleId = await completeArticle(first)
    const media = await addPicture(first, articleId, 5)
    for (const call of [first, second]) await call.sync.now({})
    await type(first, articleId, '跳变之前。')
    time = jump
    await type(second, articleId, '跳变之后。')
    await second.sync.now({})
    time = -jump
    await type(first, articleId, '又跳回去。')
    for (let round = 0; round < 3; round += 1) for (const call of [first, second]) await call.sync.now({})
    const texts = await Promise.all([first, second].map((call) => textOf(call, articleId)))
    expect(texts[0]).toBe(texts[1])
    for (const words of ['首班渡轮早上六点离岸。', '跳变之前。', '跳变之后。', '又跳回去。'])
      expect(texts[0]?.split(words)).toHaveLength(2)
    expect(await second.media.state({ media })).toEqual({ state: 'here' })
    expect((await chief.sync.now({})).connection).toBe('online')
  })
})
