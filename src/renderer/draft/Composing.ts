import type { Dispose } from '#shared/rpc/transport.ts'

/** Told of what input methods do, in the text and in fields. */
export interface InputMethods {
  /**
   * Words stand on the screen that are not told yet: an input method is composing them. Until the answer is called
   * nothing is said to be saved. `tell` is asked to tell them, as they are, when they have to be on disk.
   */
  hold: (tell: () => void) => Dispose
  /** An input method is at work, until the answer is called: nothing on the screen may change meanwhile. */
  compose: () => Dispose
}

/** What input methods are doing in one article. */
export class Composing implements InputMethods {
  readonly #onHeld: () => void
  readonly #onCalm: () => void
  readonly #held = new Set<() => void>()
  #atWork = 0

  constructor(onHeld: () => void, onCalm: () => void) {
    this.#onHeld = onHeld
    this.#onCalm = onCalm
  }

  get hasHeld(): boolean {
    return this.#held.size > 0
  }

  get isAtWork(): boolean {
    return this.#atWork > 0
  }

  readonly hold = (tell: () => void): Dispose => {
    const ask = () => tell()
    this.#held.add(ask)
    this.#onHeld()
    return () => {
      if (this.#held.delete(ask)) this.#onHeld()
    }
  }

  readonly compose = (): Dispose => {
    let ended = false
    this.#atWork += 1
    return () => {
      if (ended) return
      ended = true
      this.#atWork -= 1
      if (this.#atWork === 0) this.#onCalm()
    }
  }

  /** Has everything told that is held back. */
  tellAll(): void {
    for (const ask of this.#held) ask()
  }
}
