import type { Timers } from './timers.ts'

/** Timers that a test moves on. */
export class TestTimers implements Timers {
  #now = 0
  #waiting: { at: number; run: () => void }[] = []
  #idle: (() => void)[] = []

  after(milliseconds: number, run: () => void) {
    const entry = { at: this.#now + milliseconds, run }
    this.#waiting.push(entry)
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry)
    }
  }

  idle(run: () => void) {
    this.#idle.push(run)
    return () => {
      this.#idle = this.#idle.filter((other) => other !== run)
    }
  }

  /** Runs what falls due in the next milliseconds, and lets answers arrive in between. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds
    for (;;) {
      await settle()
      const next = this.#waiting.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= end)
      if (next === undefined) break
      this.#waiting = this.#waiting.filter((other) => other !== next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = end
  }

  rest(): void {
    for (const run of this.#idle.splice(0)) run()
  }
}

/** Lets promises that are resolved by now have their say. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}
