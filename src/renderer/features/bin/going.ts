import type { BinnedArticle, BinnedPicture } from '#shared/contract/bin.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

interface Contents {
  total: number
  articles: readonly BinnedArticle[]
  pictures: readonly BinnedPicture[]
}

/** What is in the bin, sorted by what a person has to know of it. */
export interface Going {
  total: number
  /** Those that may go. */
  free: readonly BinnedArticle[]
  held: readonly BinnedArticle[]
  /** Of the free ones those that are to go. */
  chosen: readonly BinnedArticle[]
  /** Files that leave with the chosen ones. */
  pictures: { count: number; bytes: number }
  /** Of the chosen ones, those of which the desk keeps something. */
  atDesk: number
}

/** `left` are those that a person has taken out again. */
export function goingOf({ total, articles, pictures }: Contents, left: ReadonlySet<ArticleId>): Going {
  const free = articles.filter(({ held }) => held === null)
  const chosen = free.filter(({ articleId }) => !left.has(articleId))
  const ids = new Set(chosen.map(({ articleId }) => articleId))
  const files = pictures.filter(({ usedBy }) => usedBy.every((articleId) => ids.has(articleId)))
  return {
    total,
    free,
    held: articles.filter(({ held }) => held !== null),
    chosen,
    pictures: { count: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) },
    atDesk: chosen.filter(({ atDesk }) => atDesk).length,
  }
}
