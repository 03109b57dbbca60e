/** Milliseconds before the first repetition, and at most. */
const first = 1_000
const most = 60_000

/** Waits that double with each failure in a row, each with jitter, so that a newsroom does not come back all at once. */
export class Backoff {
  readonly #random: () => number
  #failures = 0

  constructor(random: () => number = Math.random) {
    this.#random = random
  }

  /** Milliseconds to wait after one more failure: between half and all of 1 s, 2 s, 4 s … 60 s. */
  next(): number {
    const whole = Math.min(most, first * 2 ** this.#failures)
    this.#failures += 1
    return whole * (0.5 + this.#random() / 2)
  }

  reset(): void {
    this.#failures = 0
  }
}
