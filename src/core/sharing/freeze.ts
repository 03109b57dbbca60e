import { isSame } from '#shared/document/diffContents.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { Draft } from '../journal/drafts.ts'
import { findDraft, setBase } from '../journal/repository.ts'
import type { DraftHead } from '../journal/repository.ts'
import { getRevision, hasRevision, putRevision } from '../revisions/repository.ts'
import { graphOf } from './lineStore.ts'

/** Something was typed since the revision that the draft stands on. */
export const isMoved = ({ version, baseVersion }: Pick<DraftHead, 'version' | 'baseVersion'>): boolean =>
  version !== baseVersion

/** Makes the draft as it is now a revision of the working line, unless it is one already. */
export function freezeDraft(tx: WritableDb, articleId: ArticleId, draft: Draft, at: Instant): RevisionId {
  const { baseRevision, version, content } = draft
  const base = baseRevision === null ? null : { id: baseRevision, ...getRevision(tx, baseRevision) }
  // Words that were typed and taken back again are no work of anybody's.
  if (base !== null && (!isMoved(draft) || isSame(base.content, content))) {
    setBase(tx, articleId, base.id, version)
    return base.id
  }
  const id = putRevision(tx, { articleId, parents: base === null ? [] : [base.id], content }, at)
  setBase(tx, articleId, id, version)
  return id
}

/** What of the line up to `id` the desk is not known to have, parents before children. */
export function unsentUpTo(db: ReadableDb, articleId: ArticleId, id: RevisionId): RevisionId[] {
  const { entries, parentsOf } = graphOf(db, articleId)
  const unsent: RevisionId[] = []
  const seen = new Set<RevisionId>()
  const open = [{ id, parentsDone: false }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.parentsDone) {
      unsent.push(next.id)
      continue
    }
    if (seen.has(next.id) || entries.has(next.id) || !hasRevision(db, next.id)) continue
    seen.add(next.id)
    open.push(
      { id: next.id, parentsDone: true },
      ...parentsOf(next.id).map((parent) => ({ id: parent, parentsDone: false })),
    )
  }
  return unsent
}

/** What the desk refused was taken back: a revision that never reached it cannot be the parent of the next one. */
export function standOnSent(tx: WritableDb, articleId: ArticleId): void {
  const base = findDraft(tx, articleId)?.baseRevision ?? null
  if (base !== null) setBase(tx, articleId, sentBefore(tx, articleId, base), null)
}

/** The nearest revision on the way back that the desk has, or null: what a refused one stood on. */
function sentBefore(db: ReadableDb, articleId: ArticleId, id: RevisionId): RevisionId | null {
  const { entries, parentsOf } = graphOf(db, articleId)
  let at: RevisionId | undefined = id
  while (at !== undefined && !entries.has(at)) at = parentsOf(at)[0]
  return at ?? null
}
