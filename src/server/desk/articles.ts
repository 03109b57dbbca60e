import type { Readable, Writable } from '../storage/open.ts'
import type { Tables } from '../storage/schema.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { DeskArticle } from '#shared/domain/article.ts'
import { ArticleStatus, Receipt, writesIn } from '#shared/domain/article.ts'
import type { ArticleId, PersonId } from '#shared/domain/ids.ts'
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

/**
 * The article as this person may see it. Nobody else is told what its writers have not handed in yet. Throws
 * `not_found` for one of which nothing was ever submitted.
 */
export async function loadVisible(read: Readable, id: ArticleId, personId: PersonId): Promise<DeskArticle> {
  const article = await loadArticle(read, id)
  if (article.status.state === 'drafting' && !writesIn(article, personId)) {
    throw new GalleyError('not_found', { articleId: id })
  }
  return seenBy(article, personId)
}

/** What of a snapshot goes to this person: the working line is for those who write there. */
export const seenBy = (article: DeskArticle, personId: PersonId): DeskArticle =>
  writesIn(article, personId) ? article : { ...article, heads: [] }

/** Whole snapshots, in no order. Ids that the desk does not know are left out. */
export async function loadArticles(read: Readable, ids: readonly ArticleId[]): Promise<DeskArticle[]> {
  if (ids.length === 0) return []
  const [articles, coWriters, uploaders, heads, verdicts, publications, changes] = await Promise.all([
    read.selectFrom('articles').selectAll().where('id', 'in', ids).execute(),
    read.selectFrom('coWriters').selectAll().where('articleId', 'in', ids).orderBy('since').execute(),
    read.selectFrom('revisions').select(['articleId', 'authorId']).distinct().where('articleId', 'in', ids).execute(),
    read.selectFrom('heads').selectAll().where('articleId', 'in', ids).orderBy('revisionId').execute(),
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
  const coWritersOf = Map.groupBy(coWriters, ({ articleId }) => articleId)
  const uploadersOf = Map.groupBy(uploaders, ({ articleId }) => articleId)
  const headsOf = Map.groupBy(heads, ({ articleId }) => articleId)
  const verdictsOf = Map.groupBy(verdicts, ({ articleId }) => articleId)
  const publicationsOf = Map.groupBy(publications, ({ articleId }) => articleId)
  const seqOf = new Map(changes.map(({ articleId, seq }) => [articleId, seq]))
  return articles.map((row) => ({
    ...withoutId(row),
    seq: seqOf.get(row.id) ?? 0,
    articleId: row.id,
    ...writersOf(row.authorId, coWritersOf.get(row.id) ?? [], uploadersOf.get(row.id) ?? []),
    heads: (headsOf.get(row.id) ?? []).map(({ revisionId }) => revisionId),
    status: ArticleStatus.parse(JSON.parse(row.status)),
    verdicts: (verdictsOf.get(row.id) ?? []).map(({ signed }) => SignedVerdict.parse(JSON.parse(signed))),
    receipts: (publicationsOf.get(row.id) ?? []).map(({ receipt }) => Receipt.parse(JSON.parse(receipt))),
  }))
}

/** Who wrote is known from who uploaded, and nobody can upload for somebody else. */
function writersOf(
  authorId: PersonId,
  letIn: readonly Pick<Tables['coWriters'], 'personId'>[],
  uploaders: readonly Pick<Tables['revisions'], 'authorId'>[],
): Pick<DeskArticle, 'coWriters' | 'writers'> {
  const coWriters = letIn.map(({ personId }) => personId)
  const writers = new Set([...coWriters, ...uploaders.map((row) => row.authorId)])
  writers.delete(authorId)
  return { coWriters, writers: [...writers].toSorted() }
}

export const underReview = ({ authorId, writers, status, verdicts }: DeskArticle): UnderReview => ({
  authorId,
  writers,
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
