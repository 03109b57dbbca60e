import { z } from 'zod'

import { ArticleId } from '#shared/domain/ids.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'

/*
 * Articles that have changed since the index last read them. Triggers set the marks in the transaction of the change
 * (db/migrations), whoever makes it. A mark that is taken is in the index's hands; a change in the meantime frees it.
 */
const Marked = z.object({ articleId: ArticleId })
const Some = z.object({ some: z.int() })

export const hasMarks = (db: ReadableDb): boolean =>
  db.get(Some, 'SELECT EXISTS (SELECT 1 FROM search_marks) AS some')?.some === 1

export function takeMarks(tx: WritableDb, limit: number): ArticleId[] {
  const marked = tx.all(Marked, 'SELECT article_id AS articleId FROM search_marks ORDER BY article_id LIMIT ?', [limit])
  const articleIds = marked.map(({ articleId }) => articleId)
  tx.run('UPDATE search_marks SET taken = 1 WHERE article_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(articleIds),
  ])
  return articleIds
}

/** The index has these, as they were when their marks were taken. */
export const dropMarks = (tx: WritableDb, articleIds: readonly ArticleId[]) =>
  tx.run('DELETE FROM search_marks WHERE taken = 1 AND article_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(articleIds),
  ])
