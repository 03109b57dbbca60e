import type { ArticleId } from '#shared/domain/ids.ts'
import type { WritableDb } from '../db/handles.ts'

/** Tables with rows of an article, those that refer to others first. Files are the collector's: see core/media. */
const tables = [
  'undo_steps',
  'journal',
  'snapshots',
  'history_points',
  'history_texts',
  'drafts',
  'line',
  'outbox',
  'media_uses',
] as const

/** Takes everything of an article out of the library. A trigger tells the search index. */
export function erase(tx: WritableDb, articleId: ArticleId): void {
  for (const table of tables) tx.run(`DELETE FROM ${table} WHERE article_id = ?`, [articleId])
  tx.run('DELETE FROM revision_media WHERE revision_id IN (SELECT id FROM revisions WHERE article_id = ?)', [articleId])
  tx.run('DELETE FROM revisions WHERE article_id = ?', [articleId])
  tx.run('DELETE FROM articles WHERE id = ?', [articleId])
}
