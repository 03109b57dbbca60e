import { z } from 'zod'

import type { Direction, UndoEvent } from '#shared/document/undo.ts'
import { UndoStep } from '#shared/document/undo.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { json } from '../db/json.ts'

/** Of one article, and the characters that they may take together. The oldest go first. */
const mostSteps = 500
const mostLength = 4 * 1024 * 1024

/** In the transaction of the words that it takes back: both are on disk or neither. */
export function keepUndo(tx: WritableDb, articleId: ArticleId, events: readonly UndoEvent[]): void {
  for (const event of events) {
    if (event.event === 'done') keepStep(tx, articleId, event.step)
    else {
      tx.run('UPDATE undo_steps SET undone = ? WHERE article_id = ? AND id = ?', [
        event.event === 'undone' ? 1 : 0,
        articleId,
        event.id,
      ])
    }
  }
}

function keepStep(tx: WritableDb, articleId: ArticleId, step: UndoStep): void {
  const text = JSON.stringify(step)
  const grown = tx.run('UPDATE undo_steps SET length = ?, step = ? WHERE article_id = ? AND id = ?', [
    text.length,
    text,
    articleId,
    step.id,
  ])
  if (grown.changes > 0) return
  // What was undone cannot be done again once something else was done.
  tx.run('DELETE FROM undo_steps WHERE article_id = ? AND undone = 1', [articleId])
  tx.run(
    `INSERT INTO undo_steps (article_id, position, id, length, step)
     VALUES (@articleId, (SELECT coalesce(max(position), 0) + 1 FROM undo_steps WHERE article_id = @articleId), @id, @length, @text)`,
    { articleId, id: step.id, length: text.length, text },
  )
  tx.run(
    `DELETE FROM undo_steps WHERE article_id = @articleId AND position <= (
       SELECT position FROM (
         SELECT position, row_number() OVER later AS steps, sum(length) OVER later AS total
         FROM undo_steps WHERE article_id = @articleId WINDOW later AS (ORDER BY position DESC)
       ) WHERE steps > @mostSteps OR total > @mostLength ORDER BY position DESC LIMIT 1)`,
    { articleId, mostSteps, mostLength },
  )
}

const Kept = z.object({ step: json(UndoStep) })

/** The nearest first, behind the step `beyond` or from the nearest on. */
export function readUndo(
  db: ReadableDb,
  articleId: ArticleId,
  direction: Direction,
  beyond: string | null,
  limit: number,
): UndoStep[] {
  const [undone, farther, order] = direction === 'undo' ? [0, '<', 'DESC'] : [1, '>', 'ASC']
  return db
    .all(
      Kept,
      `SELECT step FROM undo_steps WHERE article_id = @articleId AND undone = ${undone}
         AND position ${farther} coalesce(
           (SELECT position FROM undo_steps WHERE article_id = @articleId AND id = @beyond), position ${farther === '<' ? '+' : '-'} 1)
       ORDER BY position ${order} LIMIT @limit`,
      { articleId, beyond, limit },
    )
    .map(({ step }) => step)
}
