import { z } from 'zod'

import type { View } from '#shared/contract/rows.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { ReadableDb } from '../db/handles.ts'
import { StoredArticle } from './rows.ts'

/** Acts of this desktop on articles that the desk has not confirmed. */
const verdicts = `SELECT article_id FROM outbox WHERE act = 'verdict' AND state <> 'confirmed' AND dismissed_at IS NULL`

/**
 * The library's shelves; `@me` is the person of this desktop. Each has its index in db/migrations/006 and 008. What is
 * written here is an own article, or a colleague's in which this person writes or has words; somebody else's is on a
 * shelf only once its text has arrived. A verdict on its way to the desk takes the article off the pile;
 * one that was refused puts it back.
 */
const shelves: Record<View, string> = {
  mine: `written = 1 AND binned_at IS NULL`,
  toReview: `id IN (SELECT id FROM articles WHERE awaits_me = 1 AND id NOT IN (${verdicts} AND state <> 'rejected')
    UNION ALL ${verdicts} AND state = 'rejected') AND author_id <> @me AND shelf IS NOT NULL`,
  returned: `written = 1 AND binned_at IS NULL AND state IN ('returned', 'rejected')`,
  signedOff: `shelf = 'signedOff'`,
  published: `shelf = 'published'`,
  bin: `author_id = @me AND binned_at IS NOT NULL`,
}

const Count = z.object({ n: z.int() })

export const countArticles = (db: ReadableDb, view: View, me: PersonId): number =>
  db.get(Count, `SELECT count(*) AS n FROM articles WHERE ${shelves[view]}`, { me })?.n ?? 0

/** Newest first. What is skipped is skipped in the shelf's index, without a look at the articles. */
export const listArticles = (db: ReadableDb, view: View, me: PersonId, offset: number, limit: number) =>
  db.all(
    StoredArticle,
    `SELECT * FROM articles WHERE rowid IN (SELECT rowid FROM articles WHERE ${shelves[view]}
       ORDER BY updated_at DESC, id DESC LIMIT @limit OFFSET @offset) ORDER BY updated_at DESC, id DESC`,
    { me, limit, offset },
  )
