/** Whether this person may write now: the article's state lets them, and nothing is just taking it out of their hands. */
export class Permission {
  readonly #onChange: () => void
  #allowed: boolean
  #handingOver = false

  constructor(allowed: boolean, onChange: () => void) {
    this.#allowed = allowed
    this.#onChange = onChange
  }

  /** What the article's state says. */
  get isAllowed(): boolean {
    return this.#allowed
  }

  get mayWrite(): boolean {
    return this.#allowed && !this.#handingOver
  }

  allow(allowed: boolean): void {
    this.#allowed = allowed
    this.#onChange()
  }

  /** Nobody writes while `act` runs, and afterwards only when it failed. */
  async handOver<T>(act: () => Promise<T>): Promise<T> {
    this.#handingOver = true
    this.#onChange()
    try {
      const result = await act()
      this.#allowed = false
      return result
    } finally {
      this.#handingOver = false
      this.#onChange()
    }
  }
}
