import { v7 as uuidv7 } from 'uuid'

import type { CoreCalls } from '#shared/contract/core.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { WireError } from '#shared/rpc/errors.ts'
import { fromWire, toWire } from '#shared/rpc/errors.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import { OpQueue } from './opQueue.ts'
import type { Timers } from './timers.ts'

/** `saved` is said only when core has acknowledged, as on disk, everything that was typed. */
export type SaveState = { kind: 'saved'; at: Instant } | { kind: 'saving' } | { kind: 'failed'; error: WireError }

/** The part of core that a draft is saved through. */
export interface JournalCore {
  articles: Pick<CoreCalls['articles'], 'journal'>
}

/** Milliseconds. A batch leaves after a pause in typing, and at the latest so long after its first keystroke. */
const pause = 80
const latest = 200
const firstRetry = 500
const longestRetry = 30_000

/** Steps in one batch: well under what core takes at once. */
const batchSize = 10_000

/** Sent as it is until it is answered: `step` lets core recognise a batch whose first acknowledgement was lost. */
interface Batch {
  step: string
  /** The version that it stands on. */
  base: number
  ops: JournalOp[]
  /** Everything up to this count of typed steps is on disk once the batch is. */
  upTo: number
}

interface Waiter {
  upTo: number
  resolve: () => void
  reject: (error: Error) => void
}

export interface AutosaveOptions {
  articleId: ArticleId
  core: JournalCore
  /** The draft's, as it was opened. */
  version: number
  savedAt: Instant
  timers: Timers
  onState: (state: SaveState) => void
}

/**
 * Brings steps to disk in order, one batch under way at a time; what failed stays and is sent again. What core refused
 * for good goes with the next change, as a new batch: by then the person may have mended it.
 */
export class Autosave {
  readonly #options: AutosaveOptions
  readonly #queue = new OpQueue()
  #core: JournalCore
  #state: SaveState
  #version: number
  #typed = 0
  #acknowledged = 0
  #batch: Batch | null = null
  #sending = false
  /** A timer went off while a batch was under way: send the next as soon as it is back. */
  #due = false
  /** Answers of a connection that was replaced count for nothing. */
  #connection = 0
  #failures = 0
  #waiters: Waiter[] = []
  #pauseTimer: Dispose | null = null
  #latestTimer: Dispose | null = null
  #retryTimer: Dispose | null = null

  constructor(options: AutosaveOptions) {
    this.#options = options
    this.#core = options.core
    this.#version = options.version
    this.#state = { kind: 'saved', at: options.savedAt }
  }

  get state(): SaveState {
    return this.#state
  }

  /** The last one that was opened or acknowledged. */
  get version(): number {
    return this.#version
  }

  /** The draft was looked at again, with nothing unsaved: what is typed from now on stands on that. */
  standOn(version: number, savedAt: Instant): void {
    this.#version = version
    this.#set({ kind: 'saved', at: savedAt })
  }

  add(ops: readonly JournalOp[]): void {
    if (ops.length === 0) return
    for (const op of ops) this.#queue.add(op)
    this.#typed += 1
    if (this.#state.kind === 'saved') this.#set({ kind: 'saving' })
    if (this.#retryTimer !== null) return
    this.#pauseTimer?.()
    this.#pauseTimer = this.#options.timers.after(pause, () => this.#send())
    this.#latestTimer ??= this.#options.timers.after(latest, () => this.#send())
  }

  /** Resolves when everything typed before the call is on disk; rejects when an attempt fails, and nothing is lost then. */
  flush(): Promise<void> {
    if (this.#acknowledged === this.#typed) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#waiters.push({ upTo: this.#typed, resolve, reject })
      this.#send()
    })
  }

  /** Goes on over a new connection. A batch that was under way is sent again as the same step. */
  reconnect(core: JournalCore): void {
    this.#core = core
    this.#connection += 1
    this.#sending = false
    this.#failures = 0
    this.#send()
  }

  #send(): void {
    if (this.#sending) {
      this.#due = true
      return
    }
    this.#stopTimers()
    this.#batch ??= this.#nextBatch()
    if (this.#batch === null) return
    this.#sending = true
    void this.#deliver(this.#batch, this.#connection)
  }

  async #deliver({ step, base, ops }: Batch, connection: number): Promise<void> {
    try {
      const { articleId } = this.#options
      const { version, savedAt } = await this.#core.articles.journal({ articleId, step, base, ops })
      if (connection === this.#connection) this.#succeed(version, savedAt)
    } catch (error) {
      if (connection === this.#connection) this.#fail(toWire(error))
    }
  }

  #succeed(version: number, savedAt: Instant): void {
    this.#version = version
    this.#sending = false
    this.#failures = 0
    this.#acknowledged = this.#batch?.upTo ?? this.#acknowledged
    this.#batch = null
    const done = this.#waiters.filter(({ upTo }) => upTo <= this.#acknowledged)
    this.#waiters = this.#waiters.filter(({ upTo }) => upTo > this.#acknowledged)
    this.#set(this.#queue.isEmpty ? { kind: 'saved', at: savedAt } : { kind: 'saving' })
    for (const { resolve } of done) resolve()
    if (this.#queue.isEmpty) this.#stopTimers()
    else if (this.#due || this.#waiters.length > 0 || this.#latestTimer === null) this.#send()
  }

  #fail(error: WireError): void {
    this.#sending = false
    this.#stopTimers()
    this.#failures += 1
    if (error.retryable) {
      const delay = Math.min(longestRetry, firstRetry * 2 ** (this.#failures - 1))
      this.#retryTimer = this.#options.timers.after(delay, () => this.#send())
    } else this.#takeBack()
    const waiters = this.#waiters.splice(0)
    this.#set({ kind: 'failed', error })
    for (const { reject } of waiters) reject(fromWire(error))
  }

  #takeBack(): void {
    // Typed while the batch was under way: it may be what mends it, and nothing else would send it.
    if (!this.#queue.isEmpty) this.#pauseTimer = this.#options.timers.after(pause, () => this.#send())
    this.#queue.putBack(this.#batch?.ops ?? [])
    this.#batch = null
  }

  #nextBatch(): Batch | null {
    if (this.#queue.isEmpty) return null
    const ops = this.#queue.take(batchSize)
    const upTo = this.#queue.isEmpty ? this.#typed : this.#acknowledged
    return { step: uuidv7(), base: this.#version, ops, upTo }
  }

  #stopTimers(): void {
    this.#pauseTimer?.()
    this.#latestTimer?.()
    this.#retryTimer?.()
    this.#pauseTimer = null
    this.#latestTimer = null
    this.#retryTimer = null
    this.#due = false
  }

  #set(state: SaveState): void {
    if (this.#state.kind === 'saving' && state.kind === 'saving') return
    this.#state = state
    this.#options.onState(state)
  }
}
