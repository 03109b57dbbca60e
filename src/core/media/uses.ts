import type { ArticleId } from '#shared/domain/ids.ts'
import type { WritableDb } from '../db/handles.ts'

/** A file in the stored form of a text, whatever kind of block it stands in. */
const named = /"media":"([0-9a-f]{64})"/g

/**
 * Notes the files that a text (JSON of a content, or of the steps of one) names, in the transaction that stores it and
 * at a cost that follows the text. An article that has used a file goes on using it: history, undo and every version
 * may bring the picture back, and none of them has to be read to know.
 */
export function noteUses(tx: WritableDb, articleId: ArticleId, text: string): void {
  for (const [, media = ''] of text.matchAll(named)) {
    tx.run('INSERT OR IGNORE INTO media_uses VALUES (?, ?)', [media, articleId])
  }
}
