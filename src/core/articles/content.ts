import type { ArticleContent } from '#shared/document/content.ts'
import type { ReadableDb } from '../db/handles.ts'
import { readDraftText } from '../journal/draftText.ts'
import { findDraft } from '../journal/repository.ts'
import { hasRevision, revisionContent } from '../revisions/repository.ts'
import type { StoredArticle } from './rows.ts'

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
  const isFrozen = status.state !== 'drafting' && hasRevision(db, status.revisionId)
  return isFrozen ? revisionContent(db, status.revisionId) : null
}
