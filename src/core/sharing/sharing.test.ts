import { setImmediate } from 'node:timers/promises'

import { describe, expect, it } from 'vitest'

import type { Block } from '#shared/document/blocks.ts'
import { openClashes } from '#shared/document/clash.ts'
import { paragraph } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { put, type, write } from '#core/testing/articles.ts'
import { cast, settle } from '#core/testing/cast.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { enrolledDesktop } from '#core/testing/desktop.ts'
import type { Patience } from '#core/sync/deskClient.ts'
import { Timers } from '#core/testing/timers.ts'

const sync = ({ call }: Desktop) => call.sync.now({})
const pause = ({ call }: Desktop, paused: boolean) => call.sync.setPaused({ paused })
const read = ({ call }: Desktop, articleId: ArticleId) => call.articles.open({ articleId })
const textAt = async (desktop: Desktop, articleId: ArticleId) =>
  bodyText((await read(desktop, articleId)).content.blocks)
const change = ({ call }: Desktop, articleId: ArticleId, block: Block) =>
  call.articles.journal({ articleId, step: crypto.randomUUID(), ops: [put(block)] })

/** One person at two desktops, with an article that both have. */
async function twoDesktops() {
  const people = await cast()
  const second = await enrolledDesktop(people.desk.url, 'reporter')
  const articleId = await write(people.author.call)
  await sync(people.author)
  await sync(second)
  return { ...people, first: people.author, second, articleId }
}

const versionsAt = async (desktops: Desktop[], articleId: ArticleId) =>
  Promise.all(desktops.map(async (desktop) => (await read(desktop, articleId)).content))

describe('one person at two desktops', () => {
  it('tells its windows as which version whose words came in', async () => {
    const { author, desk } = await cast()
    const told: unknown[] = []
    const second = await enrolledDesktop(desk.url, 'reporter', {
      onEvent: (name, payload) => name === 'sharing.tookIn' && told.push(payload),
    })
    const articleId = await write(author.call)
    await sync(author)
    await sync(second)
    await change(author, articleId, paragraph('后来写的。'))
    await sync(author)
    await sync(second)
    const { version, savedAt, authorId } = await read(second, articleId)
    expect(told).toEqual([{ articleId, version, from: [authorId], at: savedAt }])
  })

  it('finds a draft at the other, long before it is submitted', async () => {
    const { second, articleId } = await twoDesktops()
    expect(await read(second, articleId)).toMatchObject({ editable: true, leftBehind: false })
    const { rows } = await second.call.articles.list({ view: 'mine', offset: 0, limit: 9 })
    expect(rows.map((row) => row.articleId)).toEqual([articleId])
  })

  it('is told that the desk does not have the last words, until it has them', async () => {
    const { first, articleId } = await twoDesktops()
    const unsent = async () => (await first.call.sync.status({})).unsent
    expect(await unsent()).toBe(0)
    await pause(first, true)
    await type(first.call, articleId, '在家里写的。')
    await first.call.articles.create({ kind: 'original' })
    expect(await unsent()).toBe(1)
    await pause(first, false)
    await sync(first)
    expect(await unsent()).toBe(0)
  })

  it('finds everything after writing at both without a network', async () => {
    const { first, second, articleId } = await twoDesktops()
    for (const desktop of [first, second]) await pause(desktop, true)
    await type(first.call, articleId, '在家里写的。')
    await type(second.call, articleId, '在路上写的。')
    for (const desktop of [first, second]) await pause(desktop, false)
    for (const desktop of [first, second, first]) await sync(desktop)
    const [left, right] = await versionsAt([first, second], articleId)
    expect(left).toEqual(right)
    expect(await textAt(first, articleId)).toContain('在家里写的。')
    expect(await textAt(first, articleId)).toContain('在路上写的。')
  })

  it('sees both versions where the same words were changed, at both desktops alike, and decides once', async () => {
    const { first, second, articleId } = await twoDesktops()
    const block = (await read(first, articleId)).content.blocks[0] ?? paragraph('')
    for (const desktop of [first, second]) await pause(desktop, true)
    await change(first, articleId, { ...paragraph('清淤工程今天完工。'), $: block.$ })
    await change(second, articleId, { ...paragraph('清淤工程前天完工。'), $: block.$ })
    for (const desktop of [first, second]) await pause(desktop, false)
    for (const desktop of [first, second, first]) await sync(desktop)
    const [left, right] = await versionsAt([first, second], articleId)
    expect(left).toEqual(right)
    expect(openClashes(left ?? { blocks: [] })).toHaveLength(1)
    await change(second, articleId, { ...paragraph('清淤工程前天完工。'), $: block.$ })
    for (const desktop of [second, first]) await sync(desktop)
    expect(await textAt(first, articleId)).toBe('清淤工程前天完工。')
  })

  it('keeps what stood here before a merge, and what came of it', async () => {
    const { first, second, articleId } = await twoDesktops()
    await pause(first, true)
    await type(first.call, articleId, '在家里写的。')
    await type(second.call, articleId, '在路上写的。')
    await sync(second)
    await pause(first, false)
    await sync(first)
    const { entries } = await first.call.history.list({ articleId })
    const reasons = entries.flatMap((entry) => ('reason' in entry ? [entry.reason] : []))
    expect(reasons.slice(-2)).toEqual(['beforeMerge', 'merged'])
  })

  it('makes no revision of a merge before somebody writes on, and then the same at both', async () => {
    const { desk, first, second, articleId } = await twoDesktops()
    for (const desktop of [first, second]) await pause(desktop, true)
    await type(first.call, articleId, '在家里写的。')
    await type(second.call, articleId, '在路上写的。')
    for (const desktop of [first, second]) await pause(desktop, false)
    for (const desktop of [first, second, first, second, first]) await sync(desktop)
    expect(desk.model.line(articleId)).toHaveLength(3)
    await type(first.call, articleId, '合并后在家里写的。')
    await type(second.call, articleId, '合并后在路上写的。')
    for (const desktop of [first, second, first]) await sync(desktop)
    const line = desk.model.line(articleId)
    expect(line.map(({ parents }) => parents.length)).toEqual([0, 1, 1, 2, 1, 1])
    const [left, right] = await versionsAt([first, second], articleId)
    expect(left).toEqual(right)
  })

  it('goes on typing while the others’ words come in', async () => {
    const { first, second, articleId } = await twoDesktops()
    await type(second.call, articleId, '别处写的。')
    await sync(second)
    const arriving = sync(first)
    await type(first.call, articleId, '正在写的。')
    await arriving
    for (const desktop of [first, second, first]) await sync(desktop)
    const [left, right] = await versionsAt([first, second], articleId)
    expect(left).toEqual(right)
    expect(bodyText(left?.blocks ?? [])).toContain('别处写的。')
    expect(bodyText(left?.blocks ?? [])).toContain('正在写的。')
  })

  it('finds what was typed before a crash, although nobody had sent it yet', async () => {
    const { first, second, articleId } = await twoDesktops()
    await pause(first, true)
    await type(first.call, articleId, '断电前写的。')
    const again = await first.restart()
    await pause(again, false)
    await sync(again)
    await sync(second)
    expect(await textAt(second, articleId)).toContain('断电前写的。')
  })

  it('does not send what was taken back again, nor an article in which nothing was written', async () => {
    const { desk, first, articleId } = await twoDesktops()
    const extra = paragraph('写了又删。')
    await change(first, articleId, extra)
    await first.call.articles.journal({ articleId, step: crypto.randomUUID(), ops: [{ op: 'remove', id: extra.$.id }] })
    const { articleId: empty } = await first.call.articles.create({ kind: 'original' })
    await sync(first)
    expect(desk.model.line(articleId)).toHaveLength(1)
    expect(desk.model.line(empty)).toEqual([])
  })
})

describe('what is typed', () => {
  it('goes to the desk after a pause, and at the latest after half a minute, without anybody asking', async () => {
    const { desk } = await cast()
    const timers = new Timers()
    const desktop = await enrolledDesktop(desk.url, 'reporter', { after: timers.after })
    await sync(desktop)
    const articleId = await write(desktop.call)
    const stored = async (revisions: number) => {
      while (desk.model.line(articleId).length < revisions) await setImmediate()
    }
    timers.pass(5_000)
    await stored(1)
    for (let seconds = 0; seconds < 30; seconds += 3) {
      await type(desktop.call, articleId, `第 ${seconds} 秒。`)
      timers.pass(3_000)
    }
    await stored(2)
    expect(desk.model.revisions.size).toBe(2)
  })

  it('goes at once when the article is left, and when the window is closed', async () => {
    const { desk, desktop, articleId, stored } = await typing()
    await desktop.call.sharing.leave({ articleId })
    await stored(1)
    await type(desktop.call, articleId, '关窗前写的。')
    desktop.closeWindow()
    await stored(2)
    expect(desk.model.line(articleId)).toHaveLength(2)
  })

  it('goes when the program is closed, so that the other desktop has it', async () => {
    const { desk, desktop, articleId } = await typing()
    await desktop.core.close()
    expect(desk.model.line(articleId)).toHaveLength(1)
    const second = await enrolledDesktop(desk.url, 'reporter')
    await sync(second)
    expect(await textAt(second, articleId)).toBe('青河河道清淤工程昨日完工。')
  })

  it('does not hold up closing when the desk does not answer, and goes after the next start', async () => {
    const { desk, desktop, articleId } = await typing({ closing: 50 })
    desk.trouble('line', 'hang')
    desk.trouble('putRevision', 'hang')
    const again = await desktop.restart({ after: () => () => {} })
    await sync(again)
    await settle(again)
    expect(desk.model.line(articleId)).toHaveLength(1)
    const { content } = await read(again, articleId)
    expect(bodyText(content.blocks)).toBe('青河河道清淤工程昨日完工。')
  })
})

/** A desktop at which the pause after the last word has not passed yet, and does not by itself. */
async function typing(patience: Partial<Patience> = {}) {
  const { desk } = await cast()
  const desktop = await enrolledDesktop(desk.url, 'reporter', { after: new Timers().after, patience })
  await sync(desktop)
  const articleId = await write(desktop.call)
  const stored = async (revisions: number) => {
    while (desk.model.line(articleId).length < revisions) await setImmediate()
  }
  return { desk, desktop, articleId, stored }
}

describe('an article that was handed in', () => {
  it('is refused by the desk while words of another desktop are not in it, and goes once they are', async () => {
    const { first, second, articleId } = await twoDesktops()
    await pause(first, true)
    await type(first.call, articleId, '在家里写的。')
    await first.call.review.submit({ articleId })
    await type(second.call, articleId, '在路上写的。')
    await sync(second)
    await pause(first, false)
    await sync(first)
    expect((await read(first, articleId)).pending).toMatchObject({
      state: 'rejected',
      error: { code: 'unmerged_heads' },
    })
    await first.call.review.dismiss({ articleId })
    await sync(first)
    expect(await textAt(first, articleId)).toContain('在路上写的。')
    await first.call.review.submit({ articleId })
    await settle(first)
    expect((await read(first, articleId)).status.state).toBe('inReview')
  })

  it('leaves late words where they are, says so, and takes them in when it comes back', async () => {
    const { desk, first, second, articleId } = await twoDesktops()
    await pause(second, true)
    await type(second.call, articleId, '没赶上的一段。')
    const { revisionId } = await first.call.review.submit({ articleId })
    await sync(first)
    await pause(second, false)
    await sync(second)
    expect(await read(second, articleId)).toMatchObject({ editable: false, leftBehind: true, status: { revisionId } })
    expect(await textAt(second, articleId)).toContain('没赶上的一段。')
    await sync(first)
    expect(await read(first, articleId)).toMatchObject({ leftBehind: false, revisionId })
    desk.return(articleId)
    for (const desktop of [first, second]) await sync(desktop)
    for (const desktop of [first, second]) {
      expect(await read(desktop, articleId)).toMatchObject({ editable: true, leftBehind: false })
      expect(await textAt(desktop, articleId)).toContain('没赶上的一段。')
    }
  })

  it('shows reviewers what was handed in and none of the working text', async () => {
    const { chief, first, articleId } = await twoDesktops()
    await type(first.call, articleId, '工作中的话。')
    await sync(first)
    await sync(chief)
    await expect(read(chief, articleId)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('co-writers', () => {
  async function withColleague() {
    const people = await cast()
    const articleId = await write(people.author.call)
    const chiefId = people.desk.model.people.find(({ account }) => account === 'chief')?.id
    if (chiefId === undefined) throw new Error('no chief')
    const letIn = (writes: boolean) => people.author.call.sharing.setCoWriter({ articleId, personId: chiefId, writes })
    return { ...people, articleId, chiefId, letIn }
  }

  it('are let in before the desk has heard of the article, and write on it', async () => {
    const { author, chief, articleId, chiefId, letIn } = await withColleague()
    await pause(author, true)
    await letIn(true)
    expect(await author.call.sharing.writers({ articleId })).toMatchObject([
      { part: 'author' },
      { personId: chiefId, part: 'coWriter', waiting: true },
    ])
    expect(await read(author, articleId)).toMatchObject({ editable: true, pending: null })
    await pause(author, false)
    await sync(author)
    await sync(chief)
    expect(await read(chief, articleId)).toMatchObject({ editable: true, coWriters: [chiefId] })
    expect((await chief.call.articles.counts({})).mine).toBe(1)
    await type(chief.call, articleId, '同事补的一段。')
    await sync(chief)
    await sync(author)
    expect(await textAt(author, articleId)).toContain('同事补的一段。')
    const [, colleague] = await author.call.sharing.writers({ articleId })
    expect(colleague).toMatchObject({ personId: chiefId, waiting: false })
    expect(colleague?.lastAt).not.toBeNull()
  })

  it('keep what they wrote when they are taken out, and write no more', async () => {
    const { author, chief, articleId, chiefId, letIn } = await withColleague()
    await letIn(true)
    await sync(author)
    await sync(chief)
    await type(chief.call, articleId, '同事补的一段。')
    await sync(chief)
    await letIn(false)
    await settle(author)
    await sync(chief)
    expect(await read(chief, articleId)).toMatchObject({ editable: false })
    expect(await textAt(chief, articleId)).toContain('同事补的一段。')
    expect(await author.call.sharing.writers({ articleId })).toMatchObject([{}, { personId: chiefId, part: 'former' }])
    await author.call.review.submit({ articleId })
    await settle(author)
    await sync(chief)
    expect((await chief.call.articles.counts({})).toReview).toBe(0)
  })

  it('are the author’s choice, among those who may write', async () => {
    const { author, chief, articleId, chiefId, letIn } = await withColleague()
    await letIn(true)
    await sync(author)
    await sync(chief)
    const asChief = chief.call.sharing.setCoWriter({ articleId, personId: chiefId, writes: false })
    await expect(asChief).rejects.toMatchObject({ code: 'forbidden' })
    const { authorId } = await read(author, articleId)
    const herself = author.call.sharing.setCoWriter({ articleId, personId: authorId, writes: true })
    await expect(herself).rejects.toMatchObject({ code: 'not_found' })
  })
})
