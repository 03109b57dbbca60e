import { v7 as uuidv7 } from 'uuid'

import type { CoreCalls } from '#shared/contract/core.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { WireError } from '#shared/rpc/errors.ts'
import { toWire } from '#shared/rpc/errors.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { AutosaveOptions, Batch } from './batch.ts'
import { OpQueue } from './opQueue.ts'
import { Waiters } from './Waiters.ts'

/** `saved` is said only when core has acknowledged, as on disk, everything that was typed. */
export type SaveState = { kind: 'saved'; at: Instant } | { kind: 'saving' } | { kind: 'failed'; error: WireError }

/** The part of core that a draft is saved through. */
export interface JournalCore {
  articles: Pick<CoreCalls['articles'], 'journal' | 'undoSteps'>
}

/** Milliseconds. A batch leaves after a pause in typing, and at the latest so long after its first keystroke. */
const pause = 80
const latest = 200
const firstRetry = 500
const longestRetry = 30_000

/** Steps in one batch: well under what core takes at once. */
const batchSize = 10_000

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
  /** Core has refused a batch because its text is another: nothing is sent before that was taken in. */
  #stale = false
  /** A timer went off while a batch was under way: send the next as soon as it is back. */
  #due = false
  /** Answers of a connection that was replaced count for nothing. */
  #connection = 0
  #failures = 0
  readonly #waiters = new Waiters()
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

  get hasUnsaved(): boolean {
    return this.#batch !== null || !this.#queue.isEmpty
  }

  /** It is known of every step that left whether core has it. */
  get isSettled(): boolean {
    return this.#batch === null
  }

  /** The text was taken in that core holds at `version`. What is still to be saved are `ops`, and nothing else. */
  standOn(version: number, savedAt: Instant, ops: readonly JournalOp[]): void {
    this.#stopTimers()
    this.#stale = false
    this.#version = version
    this.#queue.clear()
    for (const op of ops) this.#queue.add(op)
    if (this.#queue.isEmpty) this.#reach(this.#typed, savedAt)
    else {
      this.#set({ kind: 'saving' })
      this.#send()
    }
  }

  /** The text that core holds could not be read. What is not saved stays, and is tried again with the next change. */
  cannotCatchUp(error: WireError): void {
    if (!this.#stale) return
    this.#stale = false
    this.#giveUp(error)
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
    const flushed = this.#waiters.wait(this.#typed)
    this.#send()
    return flushed
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
    if (this.#stale) return
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

  async #deliver({ step, base, ops, undo }: Batch, connection: number): Promise<void> {
    try {
      const { articleId } = this.#options
      const { version, savedAt } = await this.#core.articles.journal({ articleId, step, base, ops, undo })
      if (connection === this.#connection) this.#succeed(version, savedAt)
    } catch (error) {
      if (connection === this.#connection) this.#fail(toWire(error))
    }
  }

  #succeed(version: number, savedAt: Instant): void {
    const batch = this.#batch
    if (batch === null) return
    this.#version = version
    this.#sending = false
    this.#failures = 0
    this.#batch = null
    this.#options.onStored(batch.ops)
    this.#reach(batch.upTo, savedAt)
    // Somebody else has written in between: that is not on the screen yet.
    if (version !== batch.base + 1) this.#options.onBehind()
    this.#options.onSettled()
    if (this.#sending) return
    if (this.#queue.isEmpty) this.#stopTimers()
    else if (this.#due || !this.#waiters.isEmpty || this.#latestTimer === null) this.#send()
  }

  /** Everything up to this count of typed steps is on disk. */
  #reach(upTo: number, savedAt: Instant): void {
    this.#acknowledged = upTo
    this.#set(this.#queue.isEmpty ? { kind: 'saved', at: savedAt } : { kind: 'saving' })
    this.#waiters.reach(upTo)
  }

  #fail(error: WireError): void {
    this.#sending = false
    this.#stopTimers()
    if (error.code === 'stale_revision') {
      this.#takeBack()
      this.#stopTimers()
      this.#stale = true
      this.#options.onBehind()
      this.#options.onSettled()
      return
    }
    this.#failures += 1
    if (error.retryable) {
      const delay = Math.min(longestRetry, firstRetry * 2 ** (this.#failures - 1))
      this.#retryTimer = this.#options.timers.after(delay, () => this.#send())
    } else this.#takeBack()
    this.#giveUp(error)
    if (!error.retryable) this.#options.onSettled()
  }

  #giveUp(error: WireError): void {
    this.#set({ kind: 'failed', error })
    this.#waiters.fail(error)
  }

  #takeBack(): void {
    // Typed while the batch was under way: it may be what mends it, and nothing else would send it.
    if (!this.#queue.isEmpty) this.#pauseTimer = this.#options.timers.after(pause, () => this.#send())
    this.#queue.putBack(this.#batch?.ops ?? [])
    this.#options.undo.putBack(this.#batch?.undo ?? [])
    this.#batch = null
  }

  #nextBatch(): Batch | null {
    if (this.#queue.isEmpty) return null
    const ops = this.#queue.take(batchSize)
    const upTo = this.#queue.isEmpty ? this.#typed : this.#acknowledged
    return { step: uuidv7(), base: this.#version, ops, undo: this.#options.undo.takeEvents(), upTo }
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
