import type { WireError } from '#shared/rpc/errors.ts'
import { fromWire } from '#shared/rpc/errors.ts'

interface Waiter {
  upTo: number
  resolve: () => void
  reject: (error: Error) => void
}

/** Those who wait until everything typed before they asked is on disk. */
export class Waiters {
  #waiters: Waiter[] = []

  get isEmpty(): boolean {
    return this.#waiters.length === 0
  }

  wait(upTo: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiters.push({ upTo, resolve, reject })
    })
  }

  /** Everything up to this count of typed steps is on disk. */
  reach(acknowledged: number): void {
    const done = this.#waiters.filter(({ upTo }) => upTo <= acknowledged)
    this.#waiters = this.#waiters.filter(({ upTo }) => upTo > acknowledged)
    for (const { resolve } of done) resolve()
  }

  fail(error: WireError): void {
    for (const { reject } of this.#waiters.splice(0)) reject(fromWire(error))
  }
}
