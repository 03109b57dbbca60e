interface Waiting {
  start: () => void
}

/**
 * Lets at most `most` requests be under way. Of those that wait the newest goes first, and one that nobody wants any
 * more never goes: whoever is flung past a thousand pages asks for those where they stop.
 */
export class NewestFirst {
  readonly #most: number
  readonly #waiting: Waiting[] = []
  #underWay = 0

  constructor(most: number) {
    this.#most = most
  }

  /** Answers what `request` answers. Rejects with an AbortError when `signal` gives it up before it was made. */
  async make<T>(signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    await this.#turn(signal)
    try {
      return await request()
    } finally {
      this.#underWay -= 1
      this.#next()
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1)
        reject(new DOMException('nobody waits for it any more', 'AbortError'))
      }
      const waiting: Waiting = {
        start: () => {
          signal.removeEventListener('abort', giveUp)
          resolve()
        },
      }
      signal.addEventListener('abort', giveUp)
      this.#waiting.push(waiting)
      this.#next()
    })
  }

  #next(): void {
    if (this.#underWay >= this.#most) return
    const newest = this.#waiting.pop()
    if (newest === undefined) return
    this.#underWay += 1
    newest.start()
  }
}
