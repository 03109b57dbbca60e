import type { Direction } from '#shared/document/undo.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { Timers } from './timers.ts'

/** Something about the text that the person here did not do, and would wonder about. */
export type Notice =
  | { kind: 'undoStopped'; direction: Direction }
  /** `from` are those who wrote what came in; nobody else than the person here, where it was their other desktop. */
  | { kind: 'tookIn'; from: readonly PersonId[]; at: Instant }

/** Whose words the draft's `version` has taken in. */
export interface TookIn {
  version: number
  from: readonly PersonId[]
  at: Instant
}

/** Milliseconds that somebody who goes on typing has for reading it: each save would take it away otherwise. */
const least = 8_000

/** What is said of the text, quietly: until something is saved, and long enough to be read. */
export class Notices {
  readonly #timers: Timers
  readonly #onChange: () => void
  #shown: Notice | null = null
  #mayGo = false
  /** Heard of, and not on the screen yet. */
  #coming: TookIn[] = []
  #stop: Dispose | null = null

  constructor(timers: Timers, onChange: () => void) {
    this.#timers = timers
    this.#onChange = onChange
  }

  get shown(): Notice | null {
    return this.#shown
  }

  tell(notice: Notice): void {
    this.dispose()
    this.#shown = notice
    this.#mayGo = false
    this.#stop = this.#timers.after(least, () => {
      this.#mayGo = true
    })
    this.#onChange()
  }

  /** The screen shows the draft's version `shown`. */
  hearOf(told: TookIn, shown: number): void {
    this.#coming.push(told)
    this.reached(shown)
  }

  /** The draft's `version` is on the screen: what came in until then can be told, at once. */
  reached(version: number): void {
    const here = this.#coming.filter((told) => told.version <= version)
    const last = here.at(-1)
    if (last === undefined) return
    this.#coming = this.#coming.filter((told) => told.version > version)
    this.tell({ kind: 'tookIn', from: [...new Set(here.flatMap(({ from }) => from))], at: last.at })
  }

  /** Something was saved. */
  saved(): void {
    if (this.#shown === null || !this.#mayGo) return
    this.#shown = null
    this.#onChange()
  }

  dispose(): void {
    this.#stop?.()
    this.#stop = null
  }
}
