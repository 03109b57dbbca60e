import { z } from 'zod'

import type { PortLike } from '#shared/rpc/messagePort.ts'

/** A channel of whole messages in order, such as a forked process has with its parent. */
export interface Wire {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onEnd(listener: () => void): void
}

const Frame = z.discriminatedUnion('frame', [
  z.object({ frame: z.literal('open'), port: z.int(), name: z.string() }),
  z.object({ frame: z.literal('data'), port: z.int(), message: z.unknown() }),
  z.object({ frame: z.literal('close'), port: z.int() }),
])
type Frame = z.infer<typeof Frame>

/** Opens a port under a name; the other end is handed its half. */
export type OpenPort = (name: string) => PortLike

/**
 * Any number of ports over one wire, for processes that cannot hand MessagePorts to each other. Only one side opens:
 * the parent, which passes no `onOpen`; the child passes one and never opens.
 */
export function multiplex(wire: Wire, onOpen?: (name: string, port: PortLike) => void): OpenPort {
  const ports = new Map<number, WirePort>()
  let lastPort = 0
  let ended = false

  const create = (id: number): WirePort => {
    const port = new WirePort({
      post: (message) => wire.send({ frame: 'data', port: id, message } satisfies Frame),
      closed: () => {
        if (ports.delete(id)) wire.send({ frame: 'close', port: id } satisfies Frame)
      },
    })
    ports.set(id, port)
    return port
  }

  wire.onMessage((raw) => {
    const frame = Frame.parse(raw)
    switch (frame.frame) {
      case 'open':
        onOpen?.(frame.name, create(frame.port))
        break
      case 'data':
        ports.get(frame.port)?.deliver(frame.message)
        break
      case 'close': {
        const port = ports.get(frame.port)
        ports.delete(frame.port)
        port?.close()
        break
      }
    }
  })
  wire.onEnd(() => {
    ended = true
    const open = Array.from(ports.values())
    ports.clear()
    for (const port of open) port.close()
  })

  return (name) => {
    lastPort += 1
    const port = create(lastPort)
    if (ended) port.close()
    else wire.send({ frame: 'open', port: lastPort, name } satisfies Frame)
    return port
  }
}

interface Ends {
  post: (message: unknown) => void
  closed: () => void
}

/** Keeps what arrives until someone listens, as a MessagePort does until it is started. */
class WirePort implements PortLike {
  readonly #ends: Ends
  readonly #messages: ((message: unknown) => void)[] = []
  readonly #closes: (() => void)[] = []
  /** Null once someone listens. */
  #waiting: unknown[] | null = []
  #closed = false

  constructor(ends: Ends) {
    this.#ends = ends
  }

  post(message: unknown): void {
    if (!this.#closed) this.#ends.post(message)
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#messages.push(listener)
    // A moment later, as events do: the listener may hand on to one that is registered after it.
    queueMicrotask(() => {
      const waiting = this.#waiting ?? []
      this.#waiting = null
      for (const message of waiting) this.deliver(message)
    })
  }

  onClose(listener: () => void): void {
    if (this.#closed) listener()
    else this.#closes.push(listener)
  }

  deliver(message: unknown): void {
    if (this.#waiting !== null) this.#waiting.push(message)
    else for (const listener of this.#messages) listener(message)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#ends.closed()
    for (const listener of this.#closes) listener()
  }
}
