import { z } from 'zod'

import { revisionId } from '#shared/document/revision.ts'
import { readContent } from '#shared/document/upgrade.ts'
import { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { StoredArticle } from '../articles/rows.ts'
import { checksumOf } from '../db/checksum.ts'
import { json } from '../db/json.ts'
import type { Accept, Row } from '../db/salvage.ts'
import { OutboxRow } from '../sync/outbox/repository.ts'

const StoredRevision = z.object({
  id: RevisionId,
  article_id: ArticleId,
  parents: json(z.array(RevisionId)),
  content: json(z.unknown()),
})
const StoredUndo = z.object({ article_id: z.string(), id: z.string(), step: z.string(), checksum: z.int() })
/** `awaits_me` and the like are worked out anew; these columns are generated and are not read. */
const StoredRow = z.looseObject({ name: z.string(), value: json(z.unknown()) })

/** Texts are put together from all that is known of them, see compose.ts; where the feed was read up to is no news. */
const byWords = new Set(['drafts', 'snapshots', 'journal'])

/** Rows that show by themselves whether they are what was written. What else a table has is taken as it reads. */
const checks: Readonly<Record<string, (row: Row) => boolean>> = {
  articles: (row) => StoredArticle.safeParse(row).success,
  outbox: (row) => OutboxRow.safeParse(row).success,
  settings: (row) => StoredRow.safeParse(row).data !== undefined && row['name'] !== 'changesSince',
  revisions: (row) => isItsHash(row),
  undo_steps: (row) => isAsWritten(row),
}

export const accept: Accept = (table, row) => !byWords.has(table) && (checks[table]?.(row) ?? true)

/** Of a library from before format 11, undo is taken as it reads. */
function isAsWritten(row: Row): boolean {
  if (!('checksum' in row)) return true
  const { data } = StoredUndo.safeParse(row)
  return data !== undefined && data.checksum === checksumOf('undo_steps', data)
}

function isItsHash(row: Row): boolean {
  const { data } = StoredRevision.safeParse(row)
  if (data === undefined) return false
  const { id, article_id: articleId, parents, content } = data
  try {
    return revisionId({ articleId, parents, content: readContent(content) }) === id
  } catch {
    return false
  }
}
