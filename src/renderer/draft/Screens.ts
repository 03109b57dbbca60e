import { Listeners } from '#shared/rpc/listeners.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { DraftSnapshot } from './types.ts'

/** What screens show of an opened article, and whoever wants to hear when that is something else. */
export class Screens {
  readonly #listeners = new Listeners<DraftSnapshot>()
  #shown: DraftSnapshot

  constructor(first: DraftSnapshot) {
    this.#shown = first
  }

  get shown(): DraftSnapshot {
    return this.#shown
  }

  readonly subscribe = (listener: (snapshot: DraftSnapshot) => void): Dispose => this.#listeners.add(listener)

  /** Nobody hears of what is shown already: each value is compared by identity. */
  show(change: Partial<DraftSnapshot>): void {
    const next = { ...this.#shown, ...change }
    const keys = Object.keys(next) as (keyof DraftSnapshot)[]
    if (keys.every((key) => next[key] === this.#shown[key])) return
    this.#shown = next
    this.#listeners.emit(next)
  }
}
