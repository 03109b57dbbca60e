import { z } from 'zod'

import type { BinnedArticle, BinnedPicture } from '#shared/contract/bin.ts'
import { mostAtOnce } from '#shared/contract/bin.ts'
import { countText } from '#shared/document/count.ts'
import { bodyText } from '#shared/document/text.ts'
import { ArticleId, MediaHash } from '#shared/domain/ids.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { storedContent } from '../articles/content.ts'
import { findArticle } from '../articles/repository.ts'
import type { StoredArticle } from '../articles/rows.ts'
import type { ReadableDb } from '../db/handles.ts'
import { json } from '../db/json.ts'
import { findDraft } from '../journal/repository.ts'
import { deskSeq, holdOn } from './hold.ts'

const Id = z.object({ id: ArticleId })

/** Of the whole bin what was put there last first, or those of `articleIds` that are in it; not more than go at once. */
export function binnedIds(db: ReadableDb, me: PersonId, articleIds: readonly ArticleId[] | null): ArticleId[] {
  const named = articleIds === null ? null : JSON.stringify(articleIds)
  return db
    .all(
      Id,
      `SELECT id FROM articles WHERE author_id = @me AND binned_at IS NOT NULL
         AND (@named IS NULL OR id IN (SELECT value FROM json_each(@named)))
       ORDER BY binned_at DESC, id DESC LIMIT ${mostAtOnce}`,
      { me, named },
    )
    .map(({ id }) => id)
}

/** Null for one that has left the bin. */
export function binnedArticle(
  db: ReadableDb,
  articleId: ArticleId,
  isExchanged: (articleId: ArticleId) => boolean,
): BinnedArticle | null {
  const article = findArticle(db, articleId)
  if (article === undefined || article.binnedAt === null) return null
  const { headline, slug, binnedAt, coWriters, status } = article
  return {
    articleId,
    version: versionOf(db, articleId),
    binnedAt,
    headline,
    slug,
    words: wordsOf(db, article),
    points: count(db, 'SELECT count(*) AS n FROM history_points WHERE article_id = ?', articleId),
    atDesk:
      deskSeq(db, articleId) > 0 ||
      status.state !== 'drafting' ||
      count(db, 'SELECT count(*) AS n FROM line WHERE article_id = ?', articleId) > 0,
    shared: coWriters.length > 0,
    held: holdOn(db, article, isExchanged),
  }
}

/** 0 for an article without a draft here. */
export const versionOf = (db: ReadableDb, articleId: ArticleId): number => findDraft(db, articleId)?.version ?? 0

const Count = z.object({ n: z.int() })
const count = (db: ReadableDb, sql: string, articleId: ArticleId): number => db.get(Count, sql, [articleId])?.n ?? 0

/** Null for a text that is not here or cannot be read. */
function wordsOf(db: ReadableDb, article: StoredArticle): number | null {
  try {
    const content = storedContent(db, article)
    return content === null ? null : countText(bodyText(content.blocks)).words
  } catch (error) {
    if (isGalleyError(error)) return null
    throw error
  }
}

const Used = z.object({ media: MediaHash, bytes: z.int(), usedBy: json(z.array(ArticleId)) })

/** Pictures that only `articleIds` have ever used. One whose file never came here is none. */
export function picturesOf(db: ReadableDb, articleIds: readonly ArticleId[]): BinnedPicture[] {
  return db.all(
    Used,
    `SELECT media, max(bytes) AS bytes, json_group_array(article_id) AS usedBy
     FROM media_uses JOIN media ON hash = media
     WHERE media IN (SELECT media FROM media_uses WHERE article_id IN (SELECT value FROM json_each(@ids)))
     GROUP BY media HAVING min(article_id IN (SELECT value FROM json_each(@ids))) = 1`,
    { ids: JSON.stringify(articleIds) },
  )
}
