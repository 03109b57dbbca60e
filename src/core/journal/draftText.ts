import { z } from 'zod'

import type { ArticleContent } from '#shared/document/content.ts'
import { applyJournal, JournalOp } from '#shared/document/journal.ts'
import { readContent } from '#shared/document/upgrade.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import { checksumOf } from '../db/checksum.ts'
import type { ReadableDb } from '../db/handles.ts'
import { json } from '../db/json.ts'

// Schemas stand outside of the function that uses them: each compiles at its first use, and that takes a while.
const Snapshot = z.object({ version: z.int(), content: z.string(), checksum: z.int().nullable() })
const Step = z.object({
  version: z.int(),
  step: z.string(),
  at: Instant,
  ops: z.string().nullable(),
  checksum: z.int().nullable(),
})
const Content = json(z.unknown())
const Ops = json(z.array(JournalOp))

/**
 * The text of a draft at `version`, the one it stands at: the snapshot with each later step on it, all of them exactly as
 * they were written. Throws `database_damaged` when one is not or is missing, `document_newer` and `document_invalid`.
 */
export function readDraftText(db: ReadableDb, articleId: ArticleId, version: number): ArticleContent {
  const snapshot = db.get(Snapshot, 'SELECT version, content, checksum FROM snapshots WHERE article_id = ?', [
    articleId,
  ])
  if (snapshot === undefined) throw db.damaged({ articleId, reason: 'no snapshot' })
  if (snapshot.checksum !== checksumOf('snapshots', { article_id: articleId, ...snapshot })) {
    throw db.damaged({ articleId, version: snapshot.version, reason: 'snapshot' })
  }
  const steps = db.all(
    Step,
    'SELECT version, step, at, ops, checksum FROM journal WHERE article_id = ? AND version > ? ORDER BY version',
    [articleId, snapshot.version],
  )
  if (snapshot.version + steps.length !== version) throw db.damaged({ articleId, version, reason: 'steps are missing' })
  const ops = steps.flatMap((row) => {
    if (row.checksum !== checksumOf('journal', { article_id: articleId, ...row })) {
      throw db.damaged({ articleId, version: row.version, reason: 'step' })
    }
    return Ops.parse(row.ops)
  })
  return applyJournal(readContent(Content.parse(snapshot.content)), ops)
}
