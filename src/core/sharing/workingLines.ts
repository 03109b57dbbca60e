import { z } from 'zod'

import { ArticleId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { CoreContext } from '../context.ts'
import type { ReadableDb } from '../db/handles.ts'
import type { Drafts } from '../journal/drafts.ts'
import { SignedOut } from '../sync/session.ts'
import type { After } from '../timers.ts'
import type { Exchange } from './exchange.ts'
import type { Talk } from './sendRevision.ts'

/** What was typed goes to the desk after such a pause, and at the latest so long after the first word. Milliseconds. */
const pause = 5_000
const longest = 30_000

export interface LineListener {
  /** Words are here that the desk does not have, in an article that stood as it does there. */
  onOpened: () => void
  /** They have waited long enough. */
  onDue: () => void
}

interface Typing {
  stopPause: Dispose
  stopLongest: Dispose
}

/**
 * Which articles have something to say to the desk or to hear from it. Kept in memory, because a keystroke must not
 * write it down; after a start everything that stands apart is found again.
 */
export class WorkingLines {
  readonly #context: CoreContext
  readonly #exchange: Exchange
  readonly #after: After
  readonly #told: LineListener
  readonly #open = new Set<ArticleId>()
  readonly #typing = new Map<ArticleId, Typing>()

  constructor(context: CoreContext, drafts: Drafts, exchange: Exchange, after: After, told: LineListener) {
    this.#context = context
    this.#exchange = exchange
    this.#after = after
    this.#told = told
    drafts.onSaved(({ articleId }) => this.#typed(articleId))
    for (const articleId of apart(context.db)) this.#open.add(articleId)
  }

  /** There is something that the desk may not have heard of. */
  get isOpen(): boolean {
    return this.#open.size > 0
  }

  /** How many articles have words from here that the desk does not have. */
  get unsent(): number {
    return Array.from(this.#open).filter(this.#exchange.hasUnsentWords).length
  }

  /** Nobody goes on typing there: no pause has to be waited for. */
  left(articleId: ArticleId): void {
    if (this.#typing.has(articleId)) this.#fallDue(articleId)
  }

  /** A window was closed, and what was open in it was left. */
  leftAll(): void {
    for (const articleId of Array.from(this.#typing.keys())) this.left(articleId)
  }

  /** Something about the article is different: perhaps the desk has told of somebody's work. */
  heard(articleId: ArticleId): void {
    this.#open.add(articleId)
  }

  /**
   * Settles every article that is not. `all`: also those in which somebody is typing at this moment, for whoever comes
   * back to the desk or asks. Answers true when something has to be tried again later; throws when nothing gets through.
   */
  async settle(talk: Talk, all: boolean): Promise<boolean> {
    let again = false
    for (const articleId of Array.from(this.#open)) {
      const freeze = all || !this.#typing.has(articleId)
      this.#open.delete(articleId)
      try {
        await this.#exchange.settle(articleId, freeze, talk)
        if (!freeze) this.#open.add(articleId)
      } catch (error) {
        this.#open.add(articleId)
        if (talk.signal.aborted || isImpassable(error)) throw error
        again ||= error instanceof GalleyError && error.retryable
        const { log } = this.#context
        if (error instanceof GalleyError) log.warn('working line not settled', { articleId, code: error.code })
        else log.error('a working line broke off', { articleId, error: String(error) })
      }
    }
    return again
  }

  stop(): void {
    for (const { stopPause, stopLongest } of this.#typing.values()) {
      stopPause()
      stopLongest()
    }
    this.#typing.clear()
  }

  /** The article was removed for good. */
  forget(articleId: ArticleId): void {
    this.#open.delete(articleId)
    this.#endTyping(articleId)
  }

  #typed(articleId: ArticleId): void {
    const isNews = !this.#open.has(articleId)
    this.#open.add(articleId)
    if (isNews) this.#told.onOpened()
    const fallDue = () => this.#fallDue(articleId)
    const typing = this.#typing.get(articleId)
    typing?.stopPause()
    const stopPause = this.#after(pause, fallDue)
    this.#typing.set(articleId, { stopPause, stopLongest: typing?.stopLongest ?? this.#after(longest, fallDue) })
  }

  #fallDue(articleId: ArticleId): void {
    this.#endTyping(articleId)
    this.#told.onDue()
  }

  #endTyping(articleId: ArticleId): void {
    const typing = this.#typing.get(articleId)
    typing?.stopPause()
    typing?.stopLongest()
    this.#typing.delete(articleId)
  }
}

/** Drafts with words that no revision has, or on a revision that the desk is not known to have, or on fewer than all heads. */
const apart = (db: ReadableDb): ArticleId[] =>
  db
    .all(
      z.object({ id: ArticleId }),
      `SELECT articles.id AS id FROM articles LEFT JOIN drafts ON drafts.article_id = articles.id
       WHERE (drafts.article_id IS NULL AND heads <> '[]')
          OR (drafts.article_id IS NOT NULL AND (base_version IS NOT version OR heads <> json_array(base_revision)))`,
    )
    .map(({ id }) => id)

/** Nothing else would get through either. */
const isImpassable = (error: unknown): boolean =>
  error instanceof SignedOut || (error instanceof GalleyError && impassable.has(error.code))

const impassable = new Set<GalleyError['code']>([
  'offline',
  'timeout',
  'unauthenticated',
  'keychain_unavailable',
  'disk_full',
  'disk_read_only',
])
