import { Listeners } from './listeners.ts'
import type { RpcMessage, Transport } from './transport.ts'

/** Two ends of one stream inside a process. Messages are cloned and delivered later, as between processes. */
export function memoryTransports(): [Transport, Transport] {
  const left = new MemoryEnd()
  const right = new MemoryEnd()
  left.peer = right
  right.peer = left
  return [left, right]
}

class MemoryEnd implements Transport {
  peer: MemoryEnd | null = null
  readonly #messages = new Listeners<unknown>()
  readonly #closes = new Listeners<void>()
  #closed = false

  send(message: RpcMessage): void {
    const { peer } = this
    if (this.#closed || peer === null) return
    const copy = structuredClone(message)
    queueMicrotask(() => {
      if (!peer.#closed) peer.#messages.emit(copy)
    })
  }

  onMessage(listener: (message: unknown) => void) {
    return this.#messages.add(listener)
  }

  onClose(listener: () => void) {
    if (this.#closed) listener()
    return this.#closes.add(listener)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#closes.emit()
    this.peer?.close()
  }
}
