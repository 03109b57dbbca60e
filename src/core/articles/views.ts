import { z } from 'zod'

import type { View } from '#shared/contract/rows.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { ReadableDb } from '../db/handles.ts'
import { StoredArticle } from './rows.ts'

/** Somebody else's article is on a shelf only once its text has arrived here; an own one always has its draft. */
const readable = `(head IN (SELECT id FROM revisions) OR id IN (SELECT article_id FROM drafts))`

/** A verdict of this desktop on the way to the desk takes the article off the pile; one that was refused puts it back. */
const verdict = `SELECT 1 FROM outbox WHERE article_id = articles.id AND act = 'verdict' AND dismissed_at IS NULL AND state`

/** The library's shelves; `@me` is the person of this desktop. */
const shelves: Record<View, string> = {
  mine: `author_id = @me AND binned_at IS NULL`,
  toReview: `author_id <> @me AND ${readable} AND (
    (awaits_me = 1 AND NOT EXISTS (${verdict} IN ('pending', 'sending', 'unknown'))) OR EXISTS (${verdict} = 'rejected'))`,
  returned: `author_id = @me AND state IN ('returned', 'rejected') AND binned_at IS NULL`,
  signedOff: `state = 'signedOff' AND @me IS NOT NULL AND ${readable}`,
  published: `state = 'published' AND @me IS NOT NULL AND ${readable}`,
  bin: `author_id = @me AND binned_at IS NOT NULL`,
}

const Count = z.object({ n: z.int() })

export const countArticles = (db: ReadableDb, view: View, me: PersonId): number =>
  db.get(Count, `SELECT count(*) AS n FROM articles WHERE ${shelves[view]}`, { me })?.n ?? 0

/** Newest first. */
export const listArticles = (db: ReadableDb, view: View, me: PersonId, offset: number, limit: number) =>
  db.all(
    StoredArticle,
    `SELECT * FROM articles WHERE ${shelves[view]} ORDER BY updated_at DESC, id DESC LIMIT @limit OFFSET @offset`,
    { me, limit, offset },
  )
