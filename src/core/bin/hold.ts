import { z } from 'zod'

import type { HoldReason } from '#shared/contract/bin.ts'
import { headsOf } from '#shared/document/line.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { StoredArticle } from '../articles/rows.ts'
import type { ReadableDb } from '../db/handles.ts'
import { readSetting } from '../settings/repository.ts'
import { graphOf } from '../sharing/lineStore.ts'
import { openRows } from '../sync/outbox/repository.ts'

/** Why an article in the bin may not go yet, or null. */
export function holdOn(
  db: ReadableDb,
  article: StoredArticle,
  isExchanged: (articleId: ArticleId) => boolean,
): HoldReason | null {
  const { articleId, status } = article
  if (openRows(db, articleId).some(({ state }) => state !== 'rejected')) return 'acts'
  if (status.state === 'inReview' || status.state === 'signedOff' || status.state === 'published') return status.state
  return isExchanged(articleId) || echoes(db, article) ? 'exchanging' : null
}

const Seq = z.object({ seq: z.int() })

export const deskSeq = (db: ReadableDb, articleId: ArticleId): number =>
  db.get(Seq, 'SELECT desk_seq AS seq FROM articles WHERE id = ?', [articleId])?.seq ?? 0

/**
 * The change feed has still to tell of what this desktop did itself: it would bring the article back, although nobody
 * has touched it since.
 */
function echoes(db: ReadableDb, { articleId, heads }: StoredArticle): boolean {
  if (deskSeq(db, articleId) > (readSetting(db, 'changesSince') ?? 0)) return true
  const { entries, parentsOf } = graphOf(db, articleId)
  // With heads that are not known here, a colleague has written, and the feed may be ahead of what was done here.
  if (heads.some((head) => !entries.has(head))) return false
  const told = new Set(heads)
  return headsOf(entries.keys(), parentsOf).some((head) => !told.has(head))
}
