import { randomUUID } from 'node:crypto'

import type { ArticleContent } from '#shared/document/content.ts'
import { maxBlocks } from '#shared/document/content.ts'
import { diffContents } from '#shared/document/diffContents.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { applyJournal } from '#shared/document/journal.ts'
import type { Direction, UndoEvent, UndoStep } from '#shared/document/undo.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { Listeners } from '#shared/rpc/listeners.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import { mayWrite } from '../articles/detail.ts'
import { listFieldsOf } from '../articles/excerpt.ts'
import { getArticle, updateListFields } from '../articles/repository.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import type { WritableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import { meAt } from '../settings/desk.ts'
import { AnsweredSteps } from './answeredSteps.ts'
import type { Compaction } from './compaction.ts'
import { readDraftText } from './draftText.ts'
import { LastWritten } from './lastWritten.ts'
import type { OpenDraft } from './openDrafts.ts'
import { OpenDrafts } from './openDrafts.ts'
import type { Acknowledged, DraftHead } from './repository.ts'
import { findDraft, insertStep, markReplaced } from './repository.ts'
import { keepUndo, readUndo } from './undo.ts'

export interface Draft extends DraftHead {
  content: ArticleContent
}

/** A step that was committed, and the draft that it changed. */
export interface Saved {
  articleId: ArticleId
  before: Draft
  ops: readonly JournalOp[]
}

/** What belongs to a replacement, around the step that makes it. */
export interface Also {
  before: (tx: WritableDb, draft: Draft) => void
  after: (tx: WritableDb, saved: Acknowledged) => void
}

/**
 * The texts that people of this desktop write. A draft is its snapshot and the journal since; what is saved is what was
 * committed, and memory only follows.
 */
export class Drafts {
  readonly #context: CoreContext
  readonly #compaction: Compaction
  readonly #open = new OpenDrafts()
  readonly #answered = new AnsweredSteps()
  readonly #written = new LastWritten()
  readonly #savedListeners = new Listeners<Saved>()

  constructor(context: CoreContext, compaction: Compaction) {
    this.#context = context
    this.#compaction = compaction
  }

  /** Told after each commit, before it is answered: what takes time has to be put off. */
  onSaved(listener: (saved: Saved) => void): Dispose {
    return this.#savedListeners.add(listener)
  }

  /** Null for an article without a draft here. Throws `database_damaged`, `document_newer` or `document_invalid`. */
  find(articleId: ArticleId): Draft | null {
    const head = findDraft(this.#context.db, articleId)
    if (head === undefined) return null
    const content = this.#open.get(articleId, head.version) ?? readDraftText(this.#context.db, articleId, head.version)
    this.#open.set(articleId, { content, version: head.version })
    return { ...head, content }
  }

  /**
   * Commits what changed, once for each `step`, at a cost that follows the change and not the article. Throws
   * `stale_revision` when somebody has written in the same part since version `base`, on which it was typed: another
   * window or another desktop. Blocks and fields are stored whole, so these steps would put theirs over the other's.
   */
  append(
    articleId: ArticleId,
    step: string,
    ops: readonly JournalOp[],
    base?: number,
    undo: readonly UndoEvent[] = [],
  ): Acknowledged {
    const { db, emit } = this.#context
    const article = getArticle(db, articleId)
    const before = this.#answered.find(db, articleId, step)
    if (before !== undefined) return before
    if (!mayWrite(db, article, meAt(db))) throw new GalleyError('wrong_state', article.status)
    const draft = this.find(articleId)
    if (draft === null) throw new GalleyError('not_found', { articleId })
    const stands = Math.max(draft.replacedVersion, this.#written.toBeSeen(articleId, ops, draft.version))
    if (base !== undefined && base < stands) throw new GalleyError('stale_revision', { base, stands })
    const content = applyJournal(draft.content, ops)
    const saved: Acknowledged = { version: draft.version + 1, savedAt: now(this.#context) }
    refuseOversized(content)
    const text = JSON.stringify(ops)
    const shown = transaction(db, (tx) => {
      insertStep(tx, { articleId, step, ops: text, ...saved })
      keepUndo(tx, articleId, undo)
      return updateListFields(tx, articleId, listFieldsOf(content), saved.savedAt)
    })
    this.#answered.add(articleId, step, saved)
    this.#written.note(articleId, ops, saved.version)
    this.#committed(articleId, draft, { content, version: saved.version }, text)
    this.#savedListeners.emit({ articleId, before: draft, ops })
    emit('articles.written', { articleId, version: saved.version })
    if (shown) emit('articles.changed', { articleId })
    return saved
  }

  /**
   * Makes `content` the draft, as one step that names what changes, so that an open window takes it in as it takes in
   * what another desktop wrote. `also` joins the transaction. Throws `not_found`, `wrong_state` or `too_large`.
   */
  replace(articleId: ArticleId, content: ArticleContent, also: Also): Acknowledged {
    const { db, emit } = this.#context
    const article = getArticle(db, articleId)
    const draft = this.find(articleId)
    if (draft === null || !mayWrite(db, article, meAt(db))) throw new GalleyError('wrong_state', article.status)
    const ops = diffContents(draft.content, content)
    const saved: Acknowledged = { version: draft.version + 1, savedAt: now(this.#context) }
    refuseOversized(content)
    const text = JSON.stringify(ops)
    transaction(db, (tx) => {
      also.before(tx, draft)
      insertStep(tx, { articleId, step: randomUUID(), ops: text, ...saved })
      markReplaced(tx, articleId, saved.version)
      updateListFields(tx, articleId, listFieldsOf(content), saved.savedAt)
      also.after(tx, saved)
    })
    this.#committed(articleId, draft, { content, version: saved.version }, text)
    emit('articles.changed', { articleId })
    return saved
  }

  /** The article was removed for good. One of the same name that comes from the desk begins anew. */
  forget(articleId: ArticleId): void {
    this.#open.delete(articleId)
    this.#answered.delete(articleId)
    this.#written.forget(articleId)
  }

  /** What undo or redo takes back, the nearest first, behind `beyond`. */
  undoSteps(articleId: ArticleId, direction: Direction, beyond: string | null, limit: number): UndoStep[] {
    return readUndo(this.#context.db, articleId, direction, beyond, limit)
  }

  #committed(articleId: ArticleId, before: Draft, now: OpenDraft, ops: string): void {
    this.#open.set(articleId, now)
    this.#compaction.consider({ ...before, journalBytes: before.journalBytes + ops.length }, articleId)
  }
}

/** What was saved has to open again. */
function refuseOversized({ blocks }: ArticleContent): void {
  if (blocks.length > maxBlocks) throw new GalleyError('too_large', { blocks: blocks.length })
}
