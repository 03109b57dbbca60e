import type { Dispose } from './transport.ts'

/** A set of callbacks; one that throws does not keep the others from being told. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>()
  readonly #onError: (error: unknown) => void

  constructor(onError: (error: unknown) => void = rethrowLater) {
    this.#onError = onError
  }

  add(listener: (value: T) => void): Dispose {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  emit(value: T): void {
    for (const listener of Array.from(this.#listeners)) {
      try {
        listener(value)
      } catch (error) {
        this.#onError(error)
      }
    }
  }
}

/** Stops loudly, but after everyone was told. */
const rethrowLater = (error: unknown): void => {
  queueMicrotask(() => {
    throw error
  })
}
