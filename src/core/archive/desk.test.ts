import { expect, it } from 'vitest'

import { bodyText } from '#shared/document/text.ts'
import { exported, imported } from '#core/testing/archives.ts'
import { type, write } from '#core/testing/articles.ts'
import { cast, settle } from '#core/testing/cast.ts'
import { enrolledDesktop } from '#core/testing/desktop.ts'

/*
 * Importing is reading. Whatever stands in an archive, the desk hears of it only when somebody works on it here.
 */

it('sends nothing of what came in, until somebody works on it', async () => {
  const { desk, author } = await cast()
  await author.call.sync.setPaused({ paused: true })
  const articleId = await write(author.call, '只在旧电脑上的稿。')
  const file = await exported(author)
  const other = await enrolledDesktop(desk.url, 'reporter')
  await imported(other, file)
  await settle(other)
  const again = await other.restart()
  await settle(again)
  expect(desk.model.articles.has(articleId)).toBe(false)

  await type(again.call, articleId, '在新电脑上接着写。')
  await settle(again)
  expect(desk.model.articles.has(articleId)).toBe(true)
})

it('does not submit again what was on its way when the archive was made', async () => {
  const { desk, author } = await cast()
  await author.call.sync.setPaused({ paused: true })
  const articleId = await write(author.call)
  await author.call.review.submit({ articleId })
  const other = await enrolledDesktop(desk.url, 'reporter')
  await imported(other, await exported(author))
  await settle(other)
  expect(desk.model.articles.has(articleId)).toBe(false)
  expect(await other.call.sync.outbox({})).toEqual([])
})

it('lets the desk say where an article stands, whatever the archive says', async () => {
  const { desk, author } = await cast()
  const articleId = await write(author.call)
  await settle(author)
  const file = await exported(author)
  await author.call.review.submit({ articleId })
  await settle(author)
  const other = await enrolledDesktop(desk.url, 'reporter')
  await settle(other)
  await imported(other, file)
  await settle(other)
  const { status, content } = await other.call.articles.open({ articleId })
  expect(status.state).toBe('inReview')
  expect(bodyText(content.blocks)).toBe('青河河道清淤工程昨日完工。')
})

it('shows a reviewer what was submitted, and never a draft from an archive', async () => {
  const { author, chief } = await cast()
  const articleId = await write(author.call, '送审的话。')
  await author.call.review.submit({ articleId })
  await settle(author)
  const { kept } = await imported(chief, await exported(author))
  await settle(chief)
  const { content } = await chief.call.articles.open({ articleId })
  expect(bodyText(content.blocks)).toBe('送审的话。')
  expect(kept).toEqual([])
})

it('keeps words of somebody else that went to their desk, and that nobody here may read there', async () => {
  const { author, chief } = await cast()
  const articleId = await write(author.call, '到了编辑部，没有送审。')
  await author.call.sharing.leave({ articleId })
  await settle(author)
  const file = await exported(author)
  const { outcomes, kept } = await imported(chief, file)
  expect(outcomes).toMatchObject({ copied: 1, nothing: 0 })
  const [copy] = kept
  if (copy === undefined) throw new TypeError('no copy')
  const { content } = await chief.call.articles.open({ articleId: copy.articleId })
  expect(bodyText(content.blocks)).toBe('到了编辑部，没有送审。')
  expect(await imported(chief, file)).toMatchObject({ kept: [] })
})
