import { z } from 'zod'

import type { ArticleContent } from '#shared/document/content.ts'
import { applyJournal } from '#shared/document/journal.ts'
import { readContent } from '#shared/document/upgrade.ts'
import type { ReadableDb } from '../db/handles.ts'
import { json } from '../db/json.ts'
import { readSnapshot, readTail } from '../journal/repository.ts'
import type { StoredArticle } from './rows.ts'

const Frozen = z.object({ content: json(z.unknown()) })

/**
 * The draft of an article as it lies on disk, or the revision that the article stands at; null where neither is here.
 * For whoever goes through many articles: `Drafts` keeps those that are written in memory. Throws `document_newer` or
 * `document_invalid`.
 */
export function storedContent(
  db: ReadableDb,
  { articleId, status }: Pick<StoredArticle, 'articleId' | 'status'>,
): ArticleContent | null {
  const snapshot = readSnapshot(db, articleId)
  if (snapshot !== undefined) {
    return applyJournal(readContent(snapshot.content), readTail(db, articleId, snapshot.version))
  }
  const head = status.state === 'drafting' ? null : status.revisionId
  const frozen = db.get(Frozen, 'SELECT content FROM revisions WHERE id = ?', [head])
  return frozen === undefined ? null : readContent(frozen.content)
}
