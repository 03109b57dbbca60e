import type { CoreContext } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import { readSetting, writeSetting } from '../settings/repository.ts'
import type { After } from '../timers.ts'
import type { IndexCalls, Place } from './index/indexContract.ts'
import { dropMarks, hasMarks, takeMarks } from './marks.ts'
import type { IndexLink, StartIndex } from './thread/start.ts'

/** Milliseconds between two looks at what has changed. A search looks at once. */
const pause = 5_000
/** Articles of one round. */
const round = 100

/**
 * Keeps the index up with the library, in rounds that nobody waits for. What has changed is marked on disk, so a crash
 * forgets nothing; library and index count their rounds, so an index that belongs to another state of the library (one
 * of the two was restored, or lost its last commits) is known, and every article is compared.
 */
export class Filling {
  readonly #context: CoreContext
  readonly #start: StartIndex
  readonly #after: After
  #link: IndexLink | null = null
  /** Where the comparison of all articles stands; null when there is none to do. */
  #walk: { from: Place | null } | null = null
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()
  #filling = false
  #timer: Dispose = () => {}
  #closed = false

  constructor(context: CoreContext, start: StartIndex, after: After) {
    this.#context = context
    this.#start = start
    this.#after = after
  }

  /** Articles that the index has not seen. */
  get waiting(): number {
    return this.#waiting
  }

  start(): void {
    this.#timer = this.#after(pause, () => {
      if (this.#link === null || this.#walk !== null || hasMarks(this.#context.db)) this.fill()
      if (!this.#closed) this.start()
    })
  }

  /** Works until nothing is left to do. */
  fill(): void {
    if (this.#filling || this.#closed) return
    this.#filling = true
    void this.#rounds().finally(() => (this.#filling = false))
  }

  /** The index, with all that was committed until now in it but for what is `waiting`. */
  ready(): Promise<IndexCalls> {
    return this.#inTurn(async () => {
      const call = await this.#open()
      while (await this.#take(call));
      if (this.#walk !== null) setImmediate(() => this.fill())
      return call
    })
  }

  /** Begins with an empty index: it is damaged, or a person asked for it. */
  renew(): Promise<void> {
    return this.#inTurn(async () => {
      const call = await this.#open()
      await call.reset({})
      this.#walk = { from: null }
      setImmediate(() => this.fill())
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#timer()
    await this.#last.catch(() => undefined)
    const link = this.#link
    if (link === null) return
    await link.call.close({}).catch(() => undefined)
    await link.end()
  }

  async #rounds(): Promise<void> {
    const { log } = this.#context
    try {
      while (!this.#closed && (await this.#inTurn(() => this.#round())));
    } catch (error) {
      if (this.#closed) return
      log.warn('search index not filled', { error: String(error) })
      // A second time would end the same way; the next start tries again.
      if (isGalleyError(error, 'database_damaged') && this.#walk === null) await this.renew()
    }
  }

  async #round(): Promise<boolean> {
    const call = await this.#open()
    if (await this.#take(call)) return true
    if (this.#walk === null) return false
    const { next, waiting } = await call.walk({ from: this.#walk.from, batch: this.#batch() })
    this.#walk = next === null ? null : { from: next }
    this.#waiting = next === null ? 0 : waiting
    this.#context.emit('search.progress', { waiting: this.#waiting })
    return true
  }

  /** False when nothing was marked. */
  async #take(call: IndexCalls): Promise<boolean> {
    const { db } = this.#context
    if (!hasMarks(db)) return false
    const articleIds = transaction(db, (tx) => takeMarks(tx, round))
    const batch = this.#batch() + 1
    await call.take({ articleIds, batch })
    transaction(db, (tx) => {
      dropMarks(tx, articleIds)
      writeSetting(tx, 'searchBatch', batch)
    })
    return true
  }

  async #open(): Promise<IndexCalls> {
    if (this.#link !== null) return this.#link.call
    const link = this.#start()
    const { batch, complete } = await link.call.status({})
    this.#link = link
    void link.ended.then(() => {
      if (this.#link === link) this.#link = null
    })
    // One ahead: the round was in the index, and this side could not write it down any more.
    const together = complete && (batch === this.#batch() || batch === this.#batch() + 1)
    if (!together) {
      await this.#examine(link.call)
      this.#walk = { from: null }
    }
    return link.call
  }

  /** An index that has lost something may have lost more. One that is not whole is begun anew. */
  async #examine(call: IndexCalls): Promise<void> {
    try {
      await call.check({})
    } catch (error) {
      if (!isGalleyError(error, 'database_damaged')) throw error
      this.#context.log.warn('search index damaged', { error: String(error) })
      await call.reset({})
    }
  }

  #batch(): number {
    return readSetting(this.#context.db, 'searchBatch') ?? 0
  }

  /** One after the other: a mark that is in the index's hands is in one pair of them. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work)
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
