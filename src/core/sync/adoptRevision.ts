import type { Revision } from '#shared/document/revision.ts'
import { listFieldsOf } from '../articles/excerpt.ts'
import { setExcerpt } from '../articles/repository.ts'
import type { WritableDb } from '../db/handles.ts'
import { findDraft } from '../journal/repository.ts'

/**
 * What a text that has just arrived means for lists: the excerpt of an article that is only read here. One that is
 * written here shows its draft, which follows the working line: see core/sharing.
 */
export function adoptRevision(tx: WritableDb, { articleId, content }: Revision): void {
  if (findDraft(tx, articleId) === undefined) setExcerpt(tx, articleId, listFieldsOf(content).excerpt)
}
