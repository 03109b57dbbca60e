import { z } from 'zod'

import type { ArticleContent } from '#shared/document/content.ts'
import { readContent } from '#shared/document/upgrade.ts'
import type { ReadableDb } from '../db/handles.ts'
import { json } from '../db/json.ts'
import { readDraftText } from '../journal/draftText.ts'
import { findDraft } from '../journal/repository.ts'
import type { StoredArticle } from './rows.ts'

const Frozen = z.object({ content: json(z.unknown()) })

/**
 * The draft of an article as it lies on disk, or the revision that the article stands at; null where neither is here.
 * For whoever goes through many articles: `Drafts` keeps those that are written in memory. Throws
 * `database_damaged`, `document_newer` or `document_invalid`.
 */
export function storedContent(
  db: ReadableDb,
  { articleId, status }: Pick<StoredArticle, 'articleId' | 'status'>,
): ArticleContent | null {
  const draft = findDraft(db, articleId)
  if (draft !== undefined) return readDraftText(db, articleId, draft.version)
  const head = status.state === 'drafting' ? null : status.revisionId
  const frozen = db.get(Frozen, 'SELECT content FROM revisions WHERE id = ?', [head])
  return frozen === undefined ? null : readContent(frozen.content)
}
