import type { CoreCalls } from '#shared/contract/core.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Random } from '../kit/random.ts'
import type { Book } from './book.ts'

/** Removes for good some of what a window has put in the bin: all of them together, whenever core dies, or none. */
export async function emptyBin(call: CoreCalls, book: Book, random: Random, owner: number): Promise<void> {
  const binned = [...book.articles.values()].filter(
    (article) => article.owner === owner && 'is' in article.binned && article.binned.is,
  )
  const articleIds = binned.filter(() => random(3) > 0).map(({ articleId }) => articleId)
  if (articleIds.length === 0) return
  const { articles } = await call.bin.contents({ articleIds })
  book.emptyings.push(articleIds)
  await call.bin.empty({
    articles: articles.map(({ articleId, version, binnedAt }) => ({ articleId, version, binnedAt })),
  })
  book.emptyings = book.emptyings.filter((emptying) => emptying !== articleIds)
  book.remove(articleIds)
  book.acknowledged += 1
}

/** What is wrong with what was emptied, of the articles that are listed. Brings the book up to what was found. */
export function compareEmptyings(book: Book, listed: ReadonlySet<ArticleId>): string[] {
  const halves = book.emptyings.flatMap((articleIds) => {
    const gone = articleIds.filter((articleId) => !listed.has(articleId))
    book.remove(gone)
    const half = gone.length > 0 && gone.length < articleIds.length
    return half ? [`of ${articleIds.length} articles that were to go together, ${gone.length} went`] : []
  })
  book.emptyings = []
  const back = [...book.gone].filter((articleId) => listed.has(articleId))
  return [...halves, ...back.map((articleId) => `article ${articleId} was removed for good, and is back`)]
}
