import type { ArticleId } from '#shared/domain/ids.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { CoreContext } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import type { Draft } from './drafts.ts'
import type { DraftHead } from './repository.ts'
import { overgrown, replaceSnapshot } from './repository.ts'

/** A journal up to this size is never worth folding. Bytes. */
const least = 64 * 1024

/** Runs `work` soon, when nobody is waiting for an answer. */
export type Later = (work: () => void) => Dispose

const whenIdle: Later = (work) => {
  const handle = setTimeout(work, 100)
  return () => clearTimeout(handle)
}

/**
 * Folds a journal into its snapshot once it has outgrown it. So the snapshot at least doubles what it saves between two
 * foldings: each character is written a bounded number of times, and opening reads at most twice the article. It runs
 * in a transaction of its own, after the one that somebody waited for.
 */
export class Compaction {
  readonly #context: CoreContext
  readonly #later: Later
  readonly #waiting = new Map<ArticleId, Dispose>()
  #find: (articleId: ArticleId) => Draft | null = () => null

  constructor(context: CoreContext, later: Later = whenIdle) {
    this.#context = context
    this.#later = later
  }

  /** Where texts come from; takes up what a crash left undone. */
  start(find: (articleId: ArticleId) => Draft | null): void {
    this.#find = find
    for (const articleId of overgrown(this.#context.db, least)) this.#schedule(articleId)
  }

  consider({ journalBytes, snapshotBytes }: DraftHead, articleId: ArticleId): void {
    if (journalBytes > Math.max(least, snapshotBytes)) this.#schedule(articleId)
  }

  /** Does now what is waiting. */
  finish(): void {
    for (const [articleId, cancel] of this.#waiting) {
      cancel()
      this.#fold(articleId)
    }
  }

  #schedule(articleId: ArticleId): void {
    if (!this.#waiting.has(articleId))
      this.#waiting.set(
        articleId,
        this.#later(() => this.#fold(articleId)),
      )
  }

  /** A folding that fails loses nothing: snapshot and journal stay as they were. */
  #fold(articleId: ArticleId): void {
    const { db, log } = this.#context
    this.#waiting.delete(articleId)
    try {
      const draft = this.#find(articleId)
      if (draft === null) return
      const content = JSON.stringify(draft.content)
      transaction(db, (tx) => replaceSnapshot(tx, articleId, draft.version, content))
    } catch (error) {
      log.warn('journal not folded', { articleId, error: String(error) })
    }
  }
}
