import { z } from 'zod'

import type { Direction, UndoEvent } from '#shared/document/undo.ts'
import { UndoStep } from '#shared/document/undo.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { checksumOf } from '../db/checksum.ts'
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
  const row = { article_id: articleId, id: step.id, step: text }
  const kept = { ...row, length: text.length, checksum: checksumOf('undo_steps', row) }
  const grown = tx.run(
    `UPDATE undo_steps SET length = @length, step = @step, checksum = @checksum
     WHERE article_id = @article_id AND id = @id`,
    kept,
  )
  if (grown.changes > 0) return
  // What was undone cannot be done again once something else was done.
  tx.run('DELETE FROM undo_steps WHERE article_id = ? AND undone = 1', [articleId])
  tx.run(
    `INSERT INTO undo_steps (article_id, position, id, length, step, checksum)
     VALUES (@article_id, (SELECT coalesce(max(position), 0) + 1 FROM undo_steps WHERE article_id = @article_id), @id,
       @length, @step, @checksum)`,
    kept,
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

const Kept = z.object({ id: z.string(), step: z.string(), checksum: z.int().nullable() })
const Step = json(UndoStep)

/**
 * The nearest first, behind the step `beyond` or from the nearest on. Undoing ends before a step that is not what was
 * kept: it would bring other words back, and those beyond it do not fit without it.
 */
export function readUndo(
  db: ReadableDb,
  articleId: ArticleId,
  direction: Direction,
  beyond: string | null,
  limit: number,
): UndoStep[] {
  const [undone, farther, order] = direction === 'undo' ? [0, '<', 'DESC'] : [1, '>', 'ASC']
  const rows = db.all(
    Kept,
    `SELECT id, step, checksum FROM undo_steps WHERE article_id = @articleId AND undone = ${undone}
       AND position ${farther} coalesce(
         (SELECT position FROM undo_steps WHERE article_id = @articleId AND id = @beyond), position ${farther === '<' ? '+' : '-'} 1)
     ORDER BY position ${order} LIMIT @limit`,
    { articleId, beyond, limit },
  )
  const wrong = rows.findIndex((row) => row.checksum !== checksumOf('undo_steps', { article_id: articleId, ...row }))
  if (wrong >= 0) db.damaged({ articleId, reason: 'undo' })
  return rows.slice(0, wrong < 0 ? undefined : wrong).map(({ step }) => Step.parse(step))
}
