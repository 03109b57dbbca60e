import { isEditable } from '#shared/domain/article.ts'
import { headsOf, lineOf } from '#shared/document/line.ts'
import type { RevisionId } from '#shared/domain/ids.ts'
import type { StoredArticle } from '../articles/rows.ts'
import type { ReadableDb } from '../db/handles.ts'
import type { DraftHead } from '../journal/repository.ts'
import { isMoved } from './freeze.ts'
import type { Graph } from './lineStore.ts'
import { graphOf } from './lineStore.ts'

/**
 * What the draft of an article is to stand on: everything that was written, while it is being written; and what was
 * handed in, once it was. Words that were not in that wait in the working line until the article comes back.
 */
export function targetOf({ status }: StoredArticle, { entries, parentsOf }: Graph): RevisionId[] {
  return isEditable(status) || status.state === 'drafting' ? headsOf(entries.keys(), parentsOf) : [status.revisionId]
}

/** Revisions of `target` that the draft does not contain. */
export function notIn(target: readonly RevisionId[], base: RevisionId | null, { parentsOf }: Graph): RevisionId[] {
  const line = lineOf(base === null ? [] : [base], parentsOf)
  return target.filter((id) => !line.has(id))
}

/**
 * Words in this draft came too late for what was handed in. They are safe here and at the desk, and go into the article
 * when it comes back to be worked on.
 */
export function isLeftBehind(db: ReadableDb, article: StoredArticle, draft: DraftHead): boolean {
  const { status, articleId } = article
  if (status.state === 'drafting' || isEditable(status)) return false
  if (isMoved(draft)) return true
  const line = lineOf([status.revisionId], graphOf(db, articleId).parentsOf)
  return draft.baseRevision !== null && !line.has(draft.baseRevision)
}
