import { expect, it } from 'vitest'

import type { BinnedArticle } from '#shared/contract/bin.ts'
import { MediaHash, newArticleId } from '#shared/domain/ids.ts'
import { goingOf } from './going.ts'

const article = (more: Partial<BinnedArticle> = {}): BinnedArticle => ({
  articleId: newArticleId(),
  version: 1,
  binnedAt: '2026-04-12T08:15:00.000Z',
  headline: '',
  slug: '',
  words: 0,
  points: 0,
  atDesk: false,
  shared: false,
  held: null,
  ...more,
})
const [one, two, held] = [article(), article({ atDesk: true }), article({ held: 'published', atDesk: true })]
const media = (digit: string) => MediaHash.parse(digit.repeat(64))
const pictures = [
  { media: media('a'), bytes: 10, usedBy: [one.articleId] },
  { media: media('b'), bytes: 500, usedBy: [one.articleId, two.articleId] },
]
const contents = { total: 3, articles: [one, two, held], pictures }

it('counts what may go, and what goes with it', () => {
  const going = goingOf(contents, new Set())
  expect(going).toMatchObject({ total: 3, atDesk: 1, pictures: { count: 2, bytes: 510 } })
  expect([going.free, going.held, going.chosen]).toEqual([[one, two], [held], [one, two]])
})

it('keeps a picture that somebody still uses who was taken out', () => {
  const going = goingOf(contents, new Set([two.articleId]))
  expect(going).toMatchObject({ atDesk: 0, pictures: { count: 1, bytes: 10 } })
  expect(going.chosen).toEqual([one])
})
