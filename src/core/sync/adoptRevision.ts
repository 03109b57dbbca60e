import type { Revision } from '#shared/document/revision.ts'
import type { RevisionId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { listFieldsOf } from '../articles/excerpt.ts'
import { getArticle, setExcerpt, updateListFields } from '../articles/repository.ts'
import type { WritableDb } from '../db/handles.ts'
import { findDraft, insertDraft, replaceDraft, setBase } from '../journal/repository.ts'
import { meAt } from '../settings/desk.ts'
import { openRows } from './outbox/repository.ts'

/**
 * What a text that has just arrived means here. Of a colleague's article: its excerpt. Of an own article, written at
 * another desktop of the same person: the draft, when there is none yet or nobody has typed on it since it was frozen.
 * A draft that somebody typed on stays: nothing that was typed is replaced.
 */
export function adoptRevision(
  tx: WritableDb,
  { articleId, content }: Revision,
  revisionId: RevisionId,
  at: Instant,
): void {
  const article = getArticle(tx, articleId)
  const list = listFieldsOf(content)
  if (article.authorId !== meAt(tx)) {
    setExcerpt(tx, articleId, list.excerpt)
    return
  }
  const draft = findDraft(tx, articleId)
  const snapshot = JSON.stringify(content)
  if (draft === undefined) insertDraft(tx, { articleId, snapshot, at, base: revisionId })
  else {
    const untouched = draft.version === draft.baseVersion && openRows(tx, articleId).length === 0
    if (!untouched) return
    const version = draft.version + 1
    replaceDraft(tx, articleId, version, snapshot, at)
    setBase(tx, articleId, revisionId, version)
  }
  updateListFields(tx, articleId, list, article.updatedAt)
}
