import { diskTroubleOf } from '#shared/contract/recovery.ts'
import type { CoreContext } from '../context.ts'
import type { Media } from '../media/service.ts'
import { readSetting } from '../settings/repository.ts'
import type { After } from '../timers.ts'
import { after } from '../timers.ts'
import { Backoff } from './backoff.ts'
import { Connection } from './connection.ts'
import type { Patience } from './deskClient.ts'
import { fetchMissing } from './fetchMissing.ts'
import { receiveChanges } from './receiver.ts'
import { sendWaiting } from './sender.ts'
import type { Session } from './session.ts'
import { SignedOut } from './session.ts'

export interface EngineOptions {
  readonly media: Media
  /** The session of the enrolment as it is now, or null before it. */
  readonly session: () => Session | null
  readonly patience: Patience
  /** Brings drafts and the working lines at the desk together; `all` also where somebody is typing. True: try again later. */
  readonly settleLines: (talk: { session: Session; signal: AbortSignal }, all: boolean) => Promise<boolean>
  /** How many articles have words from here that the desk does not have. */
  readonly unsent: () => number
  readonly after: After
  readonly random?: () => number
}

/**
 * Talks to the desk in one loop: send what waits, take over what changed, fetch what is missing, bring drafts and working
 * lines together, then hold the question for changes open until something happens on either side. One loop, because the answer to an act and a page of changes
 * that crossed on the way would have no order; so neither can overwrite the other with something older.
 */
export class SyncEngine {
  readonly connection: Connection
  readonly #context: CoreContext
  readonly #options: EngineOptions
  readonly #backoff: Backoff
  readonly #unavailable = new Set<string>()
  readonly #stop = new AbortController()
  #talk = new AbortController()
  #rest = new AbortController()
  #askedFor: (() => void)[] = []
  #loop: Promise<void> = Promise.resolve()

  constructor(context: CoreContext, options: EngineOptions) {
    this.#context = context
    this.#options = options
    this.#backoff = new Backoff(options.random)
    this.connection = new Connection(context, options.unsent)
  }

  start(): void {
    this.#loop = this.#run()
  }

  /** Ends the loop; what was on its way is looked up after the next start. */
  async stop(): Promise<void> {
    this.#stop.abort()
    this.#talk.abort()
    this.wake()
    await this.#loop
    this.connection.remember()
  }

  /** There is something to say: not after the rest, but now. */
  wake(): void {
    this.connection.tell()
    this.#rest.abort()
  }

  /** Runs a round and answers when it is over; at once, when there is nobody to talk to. */
  async now(): Promise<void> {
    if (this.#stop.signal.aborted || this.#silence() !== null) return
    this.#unavailable.clear()
    const round = new Promise<void>((resolve) => {
      this.#askedFor.push(resolve)
    })
    this.wake()
    await round
  }

  /**
   * A last round before the program closes, for as long as is allowed for it. Not when the desk was not reached last:
   * nobody waits for a network that is not there.
   */
  async lastRound(): Promise<void> {
    if (!this.connection.isOnline) return
    const over = Promise.withResolvers<void>()
    // By a clock of its own: where time stands still, in tests, closing must not.
    const cancel = after(this.#options.patience.closing, over.resolve)
    await Promise.race([this.now(), over.promise])
    cancel()
  }

  /** Call after the setting has changed: breaks off what is on its way, or begins anew. */
  pauseChanged(): void {
    this.#talk.abort()
    this.wake()
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#talk = new AbortController()
      this.#rest = new AbortController()
      const waiting = this.#askedFor.splice(0)
      const next = await this.#round(this.#talk.signal, waiting.length > 0).catch((error: unknown) =>
        this.#stumbled(error),
      )
      for (const resolve of waiting) resolve()
      await this.#restUntil(next).catch((error: unknown) => this.#restUntil(this.#stumbled(error)))
    }
    for (const resolve of this.#askedFor.splice(0)) resolve()
  }

  async #round(signal: AbortSignal, asked: boolean): Promise<Next> {
    const silence = this.#silence()
    const session = this.#options.session()
    if (silence !== null || session === null) {
      this.connection.set(silence ?? 'signedOut')
      return { listen: null, delay: null }
    }
    const comesBack = !this.connection.isOnline
    this.connection.trying(asked)
    const { media, settleLines } = this.#options
    try {
      const unsent = await sendWaiting(this.#context, { session, media, signal })
      let more = true
      while (more) more = await receiveChanges(this.#context, session, 0, signal)
      await fetchMissing(this.#context, { session, media, signal, unavailable: this.#unavailable })
      const apart = await settleLines({ session, signal }, asked || comesBack)
      this.connection.reached()
      if (unsent || apart) return { listen: session, delay: this.#backoff.next() }
      this.#backoff.reset()
      return { listen: session, delay: null }
    } catch (error) {
      return this.#failed(error, signal)
    }
  }

  async #restUntil({ listen, delay }: Next): Promise<void> {
    const rest = this.#rest
    const cancel = delay === null ? () => {} : this.#options.after(delay, () => rest.abort())
    const signal = AbortSignal.any([rest.signal, this.#talk.signal])
    if (listen === null) await aborted(signal)
    else {
      const failure = await receiveChanges(this.#context, listen, this.#options.patience.changes, signal).then(
        () => null,
        (error: unknown) => this.#failed(error, signal),
      )
      if (failure !== null && !signal.aborted) await this.#restUntil(failure)
    }
    cancel()
  }

  #failed(error: unknown, signal: AbortSignal): Next {
    if (signal.aborted) return { listen: null, delay: null }
    if (error instanceof SignedOut) {
      this.connection.failed(error.cause, 'signedOut')
      return { listen: null, delay: null }
    }
    // What the desk says could not be kept, which is another thing than a desk that cannot be reached.
    this.connection.failed(error, diskTroubleOf(error) === null ? 'offline' : 'resting')
    return { listen: null, delay: this.#backoff.next() }
  }

  /** Not even the state could be read or told. Whatever it was, the loop goes on: nobody else would start it again. */
  #stumbled(error: unknown): Next {
    this.#context.log.error('a round of sync broke off', { error: String(error) })
    return { listen: null, delay: this.#backoff.next() }
  }

  /** Why there is nobody to talk to, or null. */
  #silence(): 'paused' | 'signedOut' | null {
    if (this.#options.session() === null) return 'signedOut'
    return readSetting(this.#context.db, 'paused') === true ? 'paused' : null
  }
}

/** How to rest: holding the question for changes open or not, and for how many milliseconds at most. */
interface Next {
  listen: Session | null
  delay: number | null
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
