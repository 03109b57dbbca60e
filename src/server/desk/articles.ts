import type { Readable, Writable } from '../storage/open.ts'
import type { Tables } from '../storage/schema.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { DeskArticle } from '#shared/domain/article.ts'
import { ArticleStatus, Receipt } from '#shared/domain/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { SignedVerdict } from '#shared/domain/verdict.ts'
import type { UnderReview } from '#shared/domain/workflow.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { changed } from './changeLog.ts'

export async function findArticle(read: Readable, id: ArticleId): Promise<DeskArticle | null> {
  return (await loadArticles(read, [id]))[0] ?? null
}

/** Throws `not_found`. */
export async function loadArticle(read: Readable, id: ArticleId): Promise<DeskArticle> {
  const article = await findArticle(read, id)
  if (article === null) throw new GalleyError('not_found', { articleId: id })
  return article
}

/** Whole snapshots, in no order. Ids that the desk does not know are left out. */
export async function loadArticles(read: Readable, ids: readonly ArticleId[]): Promise<DeskArticle[]> {
  if (ids.length === 0) return []
  const [articles, verdicts, publications, changes] = await Promise.all([
    read.selectFrom('articles').selectAll().where('id', 'in', ids).execute(),
    read.selectFrom('verdicts').select(['articleId', 'signed']).where('articleId', 'in', ids).orderBy('seq').execute(),
    read
      .selectFrom('publications')
      .select(['articleId', 'receipt'])
      .where('articleId', 'in', ids)
      .orderBy('publishedAt')
      .execute(),
    read
      .selectFrom('changes')
      .select((x) => ['articleId', x.fn.max('seq').as('seq')])
      .where('articleId', 'in', ids)
      .groupBy('articleId')
      .execute(),
  ])
  const verdictsOf = Map.groupBy(verdicts, ({ articleId }) => articleId)
  const publicationsOf = Map.groupBy(publications, ({ articleId }) => articleId)
  const seqOf = new Map(changes.map(({ articleId, seq }) => [articleId, seq]))
  return articles.map((row) => ({
    ...withoutId(row),
    seq: seqOf.get(row.id) ?? 0,
    articleId: row.id,
    status: ArticleStatus.parse(JSON.parse(row.status)),
    verdicts: (verdictsOf.get(row.id) ?? []).map(({ signed }) => SignedVerdict.parse(JSON.parse(signed))),
    receipts: (publicationsOf.get(row.id) ?? []).map(({ receipt }) => Receipt.parse(JSON.parse(receipt))),
  }))
}

export const underReview = ({ authorId, status, verdicts }: DeskArticle): UnderReview => ({
  authorId,
  status,
  verdicts: verdicts.map(({ statement }) => statement),
})

/** What lists show of an article is taken from the revision that it speaks of. */
export function headOf({
  fields,
}: ArticleContent): Pick<Tables['articles'], 'slug' | 'headline' | 'columnId' | 'kind'> {
  const { slug, headline, columnId, kind } = fields
  return { slug, headline, columnId, kind }
}

/** Brings the article to `status` and tells every desktop. */
export async function moveArticle(
  tx: Writable,
  id: ArticleId,
  status: ArticleStatus,
  at: Instant,
  head: Partial<ReturnType<typeof headOf>> = {},
): Promise<DeskArticle> {
  await tx
    .updateTable('articles')
    .set({ ...head, status: JSON.stringify(status), updatedAt: at })
    .where('id', '=', id)
    .execute()
  await changed(tx, id)
  return loadArticle(tx, id)
}

const withoutId = ({ id: _, ...rest }: Tables['articles']) => rest
