import type { ArticleStatus, DeskArticle, Receipt } from '#shared/domain/article.ts'
import type { ArticleId, PersonId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { ListFields } from './rows.ts'
import { StoredArticle } from './rows.ts'

export function findArticle(db: ReadableDb, articleId: ArticleId): StoredArticle | undefined {
  return db.get(StoredArticle, 'SELECT * FROM articles WHERE id = ?', [articleId])
}

/** Throws `not_found`. */
export function getArticle(db: ReadableDb, articleId: ArticleId): StoredArticle {
  const article = findArticle(db, articleId)
  if (article === undefined) throw new GalleyError('not_found', { articleId })
  return article
}

export interface NewArticle {
  articleId: ArticleId
  authorId: PersonId
  list: ListFields
  at: Instant
}

export function insertArticle(tx: WritableDb, { articleId, authorId, list, at }: NewArticle): void {
  tx.run(
    `INSERT INTO articles (id, author_id, slug, headline, excerpt, kind, column_id, status, verdicts, receipts, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, '{"state":"drafting"}', '[]', '[]', ?)`,
    [articleId, authorId, list.slug, list.headline, list.excerpt, list.kind, list.columnId, at],
  )
}

export type Standing = Pick<StoredArticle, 'coWriters' | 'writers' | 'status' | 'verdicts' | 'receipts' | 'binnedAt'>

/** Where an article stood when it was last heard of, for one that comes from elsewhere. The desk's word goes before it. */
export function setStanding(
  tx: WritableDb,
  articleId: ArticleId,
  { coWriters, writers, status, verdicts, receipts, binnedAt }: Standing,
): void {
  const said = [coWriters, writers, status, verdicts, receipts].map((value) => JSON.stringify(value))
  tx.run(
    `UPDATE articles SET co_writers = ?, writers = ?, status = ?, verdicts = ?, receipts = ?, binned_at = ? WHERE id = ?`,
    [...said, binnedAt, articleId],
  )
}

/**
 * True when a list shows something else now. The time of the last change moves the article in the list and is shown by
 * the minute; writing it costs three pages, so a key that changes neither leaves it, and the draft knows it exactly.
 */
export function updateListFields(tx: WritableDb, articleId: ArticleId, list: ListFields, at: Instant): boolean {
  const shown = tx.run(
    `UPDATE articles SET slug = @slug, headline = @headline, excerpt = @excerpt, kind = @kind, column_id = @columnId
     WHERE id = @articleId
       AND (slug, headline, excerpt, kind, column_id) IS NOT (@slug, @headline, @excerpt, @kind, @columnId)`,
    { articleId, ...list },
  )
  tx.run(
    `UPDATE articles SET updated_at = @at
     WHERE id = @articleId AND updated_at <> @at AND (substr(updated_at, 1, 16) <> substr(@at, 1, 16)
       OR EXISTS (SELECT 1 FROM articles AS newer
         WHERE newer.author_id = articles.author_id AND newer.binned_at IS NULL
           AND newer.updated_at >= articles.updated_at AND newer.id <> articles.id))`,
    { articleId, at },
  )
  return shown.changes > 0
}

/**
 * Takes over what the desk says, unless it has said something newer already: the answer to an act that is looked up
 * later is as old as the act. Whose article it is never changes; an own draft keeps its titles, because it may be ahead
 * of the desk; and a receipt stays, whatever the desk remembers: readers have seen the page.
 */
export function upsertFromDesk(tx: WritableDb, article: DeskArticle): void {
  const { seq, articleId, authorId, slug, headline, kind, columnId, updatedAt } = article
  const { coWriters, writers, heads, status, verdicts } = article
  const receipts = withKnown(article.receipts, findArticle(tx, articleId)?.receipts ?? [])
  const said = [coWriters, writers, heads, status, verdicts, receipts].map((value) => JSON.stringify(value))
  const { changes } = tx.run(
    `INSERT INTO articles
       (id, author_id, slug, headline, excerpt, kind, column_id, co_writers, writers, heads, status, verdicts, receipts,
        updated_at, desk_seq)
     VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET
       co_writers = excluded.co_writers, writers = excluded.writers, heads = excluded.heads,
       status = excluded.status, verdicts = excluded.verdicts, receipts = excluded.receipts,
       updated_at = max(updated_at, excluded.updated_at), desk_seq = excluded.desk_seq
     WHERE excluded.desk_seq >= desk_seq`,
    [articleId, authorId, slug, headline, kind, columnId, ...said, updatedAt, seq],
  )
  if (changes === 0) return
  tx.run(
    `UPDATE articles SET slug = ?, headline = ?, kind = ?, column_id = ?
     WHERE id = ? AND NOT EXISTS (SELECT 1 FROM drafts WHERE article_id = articles.id)`,
    [slug, headline, kind, columnId, articleId],
  )
}

function withKnown(told: readonly Receipt[], known: readonly Receipt[]): readonly Receipt[] {
  const ids = new Set(told.map(({ publicationId }) => publicationId))
  return [...known.filter(({ publicationId }) => !ids.has(publicationId)), ...told]
}

/**
 * What a receipt says, ahead of the change feed, so that nobody publishes twice in the meantime. A snapshot that names
 * the receipt is from after the publication, and what it says of the article stays.
 */
export function addReceipt(tx: WritableDb, { articleId, receipts }: StoredArticle, receipt: Receipt): void {
  const { revisionId, publicationId } = receipt
  if (receipts.some((known) => known.publicationId === publicationId)) return
  const status: ArticleStatus = { state: 'published', revisionId, publicationId }
  tx.run('UPDATE articles SET status = ?, receipts = ?, updated_at = ? WHERE id = ?', [
    JSON.stringify(status),
    JSON.stringify([...receipts, receipt]),
    receipt.publishedAt,
    articleId,
  ])
}

export const setExcerpt = (tx: WritableDb, articleId: ArticleId, excerpt: string) =>
  tx.run('UPDATE articles SET excerpt = ? WHERE id = ?', [excerpt, articleId])

export const setAwaitsMe = (tx: WritableDb, articleId: ArticleId, awaits: boolean) =>
  tx.run('UPDATE articles SET awaits_me = ? WHERE id = ?', [awaits ? 1 : 0, articleId])

export const setBinned = (tx: WritableDb, articleId: ArticleId, at: Instant | null) =>
  tx.run('UPDATE articles SET binned_at = ? WHERE id = ?', [at, articleId])

/** Those that somebody has to judge now. */
export const articlesInReview = (db: ReadableDb): StoredArticle[] =>
  db.all(StoredArticle, `SELECT * FROM articles WHERE state = 'inReview'`)
