import { expect, it } from 'vitest'

import { bodyText } from '#shared/document/text.ts'
import { type, write } from '#core/testing/articles.ts'
import { cast, settle } from '#core/testing/cast.ts'
import { enrolledDesktop } from '#core/testing/desktop.ts'

const done = (effects: readonly string[], what: string) => effects.filter((effect) => effect.startsWith(what)).length

it('goes on with a desk that was set back, and does again what the desk has forgotten', async () => {
  const { desk, author, chief } = await cast()
  const setBack = desk.backUp()
  const articleId = await write(author.call)
  const { revisionId } = await author.call.review.submit({ articleId })
  await author.call.sync.now({})
  setBack()
  await author.call.sync.now({})
  await settle(author)
  expect((await author.call.sync.status({})).connection).toBe('online')
  expect(done(desk.model.effects, `submit ${revisionId}`)).toBe(2)
  await chief.call.sync.now({})
  const { rows } = await chief.call.articles.list({ view: 'toReview', offset: 0, limit: 10 })
  expect(rows.map((row) => row.articleId)).toEqual([articleId])
})

it('does nothing twice that the desk still knows', async () => {
  const { desk, author } = await cast()
  const kept = await write(author.call, '备份之前的一篇。')
  await author.call.review.submit({ articleId: kept })
  await author.call.sync.now({})
  const setBack = desk.backUp()
  await author.call.review.submit({ articleId: await write(author.call, '备份之后的一篇。') })
  await author.call.sync.now({})
  setBack()
  await author.call.sync.now({})
  await settle(author)
  expect(done(desk.model.effects, 'submit')).toBe(3)
  expect((await author.call.articles.open({ articleId: kept })).pending).toBeNull()
})

it('keeps every word and every receipt, whatever the desk has forgotten', async () => {
  const { desk, author, chief } = await cast()
  const articleId = await write(author.call)
  const { revisionId } = await author.call.review.submit({ articleId })
  await author.call.sync.now({})
  const setBack = desk.backUp()
  await chief.call.sync.now({})
  await chief.call.review.giveVerdict({ articleId, revisionId, verdict: 'approve', opinion: '' })
  await chief.call.review.publish({ articleId, revisionId })
  await chief.call.sync.now({})
  await author.call.sync.now({})
  const before = await author.call.articles.open({ articleId })
  setBack()
  await author.call.sync.now({})
  const after = await author.call.articles.open({ articleId })
  expect(after.status.state).toBe('inReview')
  expect(after.receipts).toEqual(before.receipts)
  expect(after.content).toEqual(before.content)

  await chief.call.sync.now({})
  await settle(chief)
  await author.call.sync.now({})
  const again = await author.call.articles.open({ articleId })
  expect(again.status.state).toBe('published')
  expect(again.receipts).toHaveLength(2)
})

it('leaves a draft that only this desktop has as it is', async () => {
  const { desk, author } = await cast()
  const setBack = desk.backUp()
  const articleId = await write(author.call)
  await author.call.review.submit({ articleId: await write(author.call) })
  await author.call.sync.now({})
  setBack()
  await type(author.call, articleId, '又写了一段。')
  await author.call.sync.now({})
  const { content, status } = await author.call.articles.open({ articleId })
  expect(bodyText(content.blocks)).toContain('又写了一段。')
  expect(status.state).toBe('drafting')
})

it('shows a new desktop what a desk that was set back still has', async () => {
  const { desk, author } = await cast()
  await author.call.review.submit({ articleId: await write(author.call) })
  await author.call.sync.now({})
  const fresh = await enrolledDesktop(desk.url, 'chief')
  await fresh.call.sync.now({})
  expect((await fresh.call.articles.counts({})).toReview).toBe(1)
})

it('hands in what stands on words that the desk has forgotten', async () => {
  const { desk, author } = await cast()
  const articleId = await write(author.call)
  await author.call.sync.now({})
  const setBack = desk.backUp()
  await type(author.call, articleId, '备份之后写的。')
  await author.call.sync.now({})
  await author.call.sync.setPaused({ paused: true })
  await type(author.call, articleId, '离线时写的。')
  const { revisionId } = await author.call.review.submit({ articleId })
  setBack()
  await author.call.sync.setPaused({ paused: false })
  await settle(author)
  expect(await author.call.articles.open({ articleId })).toMatchObject({ status: { state: 'inReview' }, pending: null })
  expect(bodyText(desk.model.revisions.get(revisionId)?.content.blocks ?? [])).toContain('备份之后写的。')
})

it('brings two desktops of one person together again, which both were ahead of the backup', async () => {
  const { desk, author } = await cast()
  const second = await enrolledDesktop(desk.url, 'reporter')
  const articleId = await write(author.call)
  for (const desktop of [author, second]) await desktop.call.sync.now({})
  const setBack = desk.backUp()
  await type(author.call, articleId, '备份之后在家里写的。')
  await author.call.sync.now({})
  await second.call.sync.now({})
  await type(second.call, articleId, '备份之后在路上写的。')
  await second.call.sync.now({})
  setBack()
  await type(author.call, articleId, '恢复之后在家里写的。')
  for (let round = 0; round < 4; round += 1) for (const desktop of [author, second]) await desktop.call.sync.now({})
  const [left, right] = await Promise.all(
    [author, second].map(async ({ call }) => bodyText((await call.articles.open({ articleId })).content.blocks)),
  )
  expect(left).toBe(right)
  for (const words of ['备份之后在家里写的。', '备份之后在路上写的。', '恢复之后在家里写的。']) {
    expect(left?.split(words)).toHaveLength(2)
  }
})
