import { lineOf } from '#shared/document/line.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { listFieldsOf } from '../articles/excerpt.ts'
import { getArticle, updateListFields } from '../articles/repository.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import type { Draft } from '../journal/drafts.ts'
import { replaceDraft, setBase } from '../journal/repository.ts'
import { withoutRefusedBeside } from '../sync/outbox/lanes.ts'
import { openRows } from '../sync/outbox/repository.ts'
import { isMoved } from './freeze.ts'
import { graphOf } from './lineStore.ts'
import type { MergedHeads } from './mergeHeads.ts'

/**
 * An article that was handed in from another desktop is shown here as it was handed in, unless something of this one is
 * not in it: nothing that was typed is replaced while it cannot be merged.
 */
export function follow(context: CoreContext, articleId: ArticleId, draft: Draft, handedIn: MergedHeads): void {
  const { db } = context
  const line = lineOf([handedIn.id], graphOf(db, articleId).parentsOf)
  const contained = !isMoved(draft) && draft.baseRevision !== null && line.has(draft.baseRevision)
  if (!contained || withoutRefusedBeside(openRows(db, articleId)).length > 0) return
  const version = draft.version + 1
  const { content, id } = handedIn
  transaction(db, (tx) => {
    replaceDraft(tx, articleId, version, JSON.stringify(content), now(context))
    setBase(tx, articleId, id, version)
    updateListFields(tx, articleId, listFieldsOf(content), getArticle(tx, articleId).updatedAt)
  })
  context.emit('articles.changed', { articleId })
}
