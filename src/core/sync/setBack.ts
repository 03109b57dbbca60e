import { z } from 'zod'

import type { DeskArticle } from '#shared/domain/article.ts'
import { ArticleId } from '#shared/domain/ids.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { forgetAtDesk } from '../media/repository.ts'
import { forgetAllLines } from '../sharing/lineStore.ts'
import { readSetting, writeSetting } from '../settings/repository.ts'
import { doubtConfirmed } from './outbox/repository.ts'

/*
 * A desk that was set back to a backup has forgotten what it was told since. This desktop has not, and forgets nothing
 * with it: texts stay, receipts stay, and what a person did here is looked up at the desk under its old key and done
 * again where the desk knows nothing of it. The desk's word holds for one thing only: where an article stands with it now.
 */

export const hasSetBack = (db: ReadableDb): boolean => readSetting(db, 'deskSetBack') === true

/** The feed is read again from its beginning. Pictures and revisions may be missing at the desk: they are brought again. */
export function hearAllAgain(tx: WritableDb): void {
  writeSetting(tx, 'deskSetBack', true)
  writeSetting(tx, 'changesSince', 0)
  forgetAtDesk(tx)
  forgetAllLines(tx)
}

/** Before the desk's word on an article is taken over: has it forgotten something that it had told of it already? */
export function doubtWhatWasLost(tx: WritableDb, article: DeskArticle): void {
  const lost = tx.get(z.object({ id: ArticleId }), 'SELECT id FROM articles WHERE id = ? AND desk_seq > ?', [
    article.articleId,
    article.seq,
  ])
  if (lost !== undefined) doubt(tx, lost.id)
}

/** All of the feed was read up to `seq`: what it did not speak of, although it had once, the desk has forgotten whole. */
export function heardAllAgain(tx: WritableDb, seq: number): void {
  const forgotten = tx.all(z.object({ id: ArticleId }), 'SELECT id FROM articles WHERE desk_seq > ?', [seq])
  for (const { id } of forgotten) doubt(tx, id)
  writeSetting(tx, 'deskSetBack', false)
}

/** What the desk says of it from here on is news, however low its numbers are, and acts are looked up again. */
function doubt(tx: WritableDb, articleId: ArticleId): void {
  tx.run('UPDATE articles SET desk_seq = 0 WHERE id = ?', [articleId])
  doubtConfirmed(tx, articleId)
}
