import type { After } from '#core/timers.ts'

interface Timer {
  at: number
  callback: () => void
}

/** Time that passes when a test says so. */
export class Timers {
  /** Milliseconds since the beginning. */
  now = 0
  readonly #waiting = new Set<Timer>()

  readonly after: After = (milliseconds, callback) => {
    const timer = { at: this.now + milliseconds, callback }
    this.#waiting.add(timer)
    return () => this.#waiting.delete(timer)
  }

  /** Lets time pass, and everything that falls due in it happen in its order. */
  pass(milliseconds: number): void {
    const end = this.now + milliseconds
    for (;;) {
      const [next] = Array.from(this.#waiting)
        .filter(({ at }) => at <= end)
        .toSorted((a, b) => a.at - b.at)
      if (next === undefined) break
      this.now = next.at
      this.#waiting.delete(next)
      next.callback()
    }
    this.now = end
  }
}
