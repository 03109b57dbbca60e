import { isSame } from '#shared/document/diffContents.ts'
import { lineOf } from '#shared/document/line.ts'
import { mergeContents } from '#shared/document/merge/mergeContents.ts'
import type { ArticleId, PersonId } from '#shared/domain/ids.ts'
import { listFieldsOf } from '../articles/excerpt.ts'
import { getArticle, updateListFields } from '../articles/repository.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import type { WritableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import { keepPoint } from '../history/keepPoint.ts'
import type { Draft, Drafts } from '../journal/drafts.ts'
import { insertDraft, setBase } from '../journal/repository.ts'
import { getRevision, putRevision } from '../revisions/repository.ts'
import { meAt } from '../settings/desk.ts'
import { isMoved } from './freeze.ts'
import { graphOf } from './lineStore.ts'
import type { MergedHeads } from './mergeHeads.ts'

/**
 * Makes `merged` what the draft stands on. A draft on which nobody has typed since becomes the merged text; words that
 * were typed in the meantime are merged into it once more, over the revision that they were typed on. Where the two had
 * gone apart, what stood here before is kept as a point of the article's history. One transaction.
 */
export function takeIn(context: CoreContext, drafts: Drafts, articleId: ArticleId, merged: MergedHeads): void {
  const draft = drafts.find(articleId)
  if (draft === null) begin(context, articleId, merged)
  else if (isSame(draft.content, merged.content))
    transaction(context.db, (tx) => stand(tx, articleId, merged, draft.version))
  else replace(context, drafts, articleId, draft, merged)
  context.emit('articles.changed', { articleId })
}

/** The article's first text on this desktop. */
function begin(context: CoreContext, articleId: ArticleId, merged: MergedHeads): void {
  const { id, content } = merged
  transaction(context.db, (tx) => {
    putMade(tx, merged, now(context))
    insertDraft(tx, { articleId, snapshot: JSON.stringify(content), at: now(context), base: id })
    updateListFields(tx, articleId, listFieldsOf(content), getArticle(tx, articleId).updatedAt)
  })
}

function replace(context: CoreContext, drafts: Drafts, articleId: ArticleId, draft: Draft, merged: MergedHeads): void {
  const { db } = context
  const me = meAt(db)
  const own = { content: draft.content, who: me, when: draft.savedAt }
  const base = draft.baseRevision === null ? null : getRevision(db, draft.baseRevision).content
  const content = isMoved(draft)
    ? mergeContents(base, own, { content: merged.content, ...merged.author }).content
    : merged.content
  const apart = isMoved(draft) || !continues(context, articleId, merged, draft)
  const personId = apart ? me : merged.author.who
  const { version, savedAt } = drafts.replace(articleId, content, {
    before(tx, { version, content, savedAt }) {
      if (apart) keepPoint(tx, { articleId, reason: 'beforeMerge', content, version, at: savedAt, personId })
    },
    after(tx, { version, savedAt }) {
      stand(tx, articleId, merged, isSame(content, merged.content) ? version : null)
      const reason = apart ? 'merged' : 'received'
      keepPoint(tx, { articleId, reason, content, version, at: savedAt, personId })
    },
  })
  const from = writersSince(context, articleId, merged, draft)
  context.emit('sharing.tookIn', { articleId, version, from, at: savedAt })
  context.emit('history.changed', { articleId })
}

/** Who wrote what the draft now has and did not have, as the desk noted it. A merge has nobody's words. */
function writersSince({ db }: CoreContext, articleId: ArticleId, merged: MergedHeads, before: Draft): PersonId[] {
  const { entries, parentsOf } = graphOf(db, articleId)
  const known = lineOf(before.baseRevision === null ? [] : [before.baseRevision], parentsOf)
  const arrived = [...lineOf([merged.id], parentsOf)].filter((id) => !known.has(id) && parentsOf(id).length < 2)
  return [...new Set(arrived.flatMap((id) => entries.get(id)?.writerId ?? []))]
}

/** What arrived was written on top of what stands here, so nobody's words had to be joined. */
function continues({ db }: CoreContext, articleId: ArticleId, merged: MergedHeads, { baseRevision }: Draft): boolean {
  return (
    merged.made.length === 0 &&
    baseRevision !== null &&
    lineOf([merged.id], graphOf(db, articleId).parentsOf).has(baseRevision)
  )
}

/** `version` is exactly what the draft stands on, or null when words have been typed that it does not have. */
function stand(tx: WritableDb, articleId: ArticleId, merged: MergedHeads, version: number | null): void {
  putMade(tx, merged, merged.author.when)
  setBase(tx, articleId, merged.id, version)
}

const putMade = (tx: WritableDb, { made }: MergedHeads, at: string): void => {
  for (const revision of made) putRevision(tx, revision, at)
}
