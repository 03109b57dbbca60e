import { randomUUID } from 'node:crypto'

import type { HistoryEntry, TextRef } from '#shared/contract/history.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { Parts } from '#shared/document/takeBack.ts'
import { takeBack } from '#shared/document/takeBack.ts'
import type { UndoStep } from '#shared/document/undo.ts'
import { stepBetween } from '#shared/document/undoStep.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { getArticle } from '../articles/repository.ts'
import type { CoreContext } from '../context.ts'
import type { Drafts } from '../journal/drafts.ts'
import type { Acknowledged } from '../journal/repository.ts'
import { keepUndo } from '../journal/undo.ts'
import { getRevision } from '../revisions/repository.ts'
import { meAt } from '../settings/desk.ts'
import { readSetting } from '../settings/repository.ts'
import { keepPoint } from './keepPoint.ts'
import { getPoint, pointContent, pointsOf } from './repository.ts'
import { timeline } from './timeline.ts'

/** A version that was brought back, and what takes that back. */
export interface Restored extends Acknowledged {
  readonly step: UndoStep | null
}

/** What an article was, and the way back to it. */
export class History {
  readonly #context: CoreContext
  readonly #drafts: Drafts

  constructor(context: CoreContext, drafts: Drafts) {
    this.#context = context
    this.#drafts = drafts
  }

  /** In the order in which it happened. Throws `not_found`. */
  list(articleId: ArticleId): HistoryEntry[] {
    const { db } = this.#context
    const article = getArticle(db, articleId)
    return timeline(pointsOf(db, articleId), article, readSetting(db, 'newsroom')?.newsroom.stages ?? [])
  }

  /** Throws `not_found` for a text that is not here, or of another article; `document_invalid`, `document_newer`. */
  content(articleId: ArticleId, text: TextRef): ArticleContent {
    const { db } = this.#context
    if ('seq' in text) return pointContent(db, getPoint(db, articleId, text.seq))
    const revision = getRevision(db, text.revisionId)
    if (revision.articleId !== articleId) throw new GalleyError('not_found', { articleId, ...text })
    return revision.content
  }

  /**
   * Brings a text or parts of it back as the draft's next version. What stood there is kept in the same transaction, and
   * so is the step by which undo takes it back.
   */
  restore(articleId: ArticleId, text: TextRef, parts: Parts | null): Restored {
    const { db, emit } = this.#context
    const then = this.content(articleId, text)
    const now = this.#drafts.find(articleId)?.content
    const content = parts === null || now === undefined ? then : takeBack(now, then, parts)
    const personId = meAt(db)
    const step = now === undefined ? null : stepBetween(randomUUID(), now, content)
    const saved = this.#drafts.replace(articleId, content, {
      before(tx, { version, content, savedAt }) {
        keepPoint(tx, { articleId, reason: 'beforeRestore', content, version, at: savedAt, personId })
      },
      after(tx, { version, savedAt }) {
        const origin = 'seq' in text ? { origin: text.seq } : {}
        keepPoint(tx, { articleId, reason: 'restored', content, version, at: savedAt, personId, ...origin })
        if (step !== null) keepUndo(tx, articleId, [{ event: 'done', step }])
      },
    })
    emit('history.changed', { articleId })
    return { ...saved, step }
  }
}
