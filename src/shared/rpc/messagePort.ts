import { Listeners } from './listeners.ts'
import type { Transport } from './transport.ts'

/**
 * What a port has to offer. Browser MessagePorts, Electron's MessagePortMain and a forked process's channel differ in
 * how they say "message" and "close"; each host adapts its own to this.
 */
export interface PortLike {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
  close(): void
}

/** RPC over anything that structured-clones messages in order. */
export function portTransport(port: PortLike): Transport {
  const messages = new Listeners<unknown>()
  const closes = new Listeners<void>()
  let closed = false
  const end = () => {
    if (closed) return
    closed = true
    closes.emit()
  }
  port.onMessage((message) => messages.emit(message))
  port.onClose(end)
  return {
    send(message) {
      if (!closed) port.post(message)
    },
    onMessage: (listener) => messages.add(listener),
    onClose(listener) {
      if (closed) listener()
      return closes.add(listener)
    },
    close() {
      port.close()
      end()
    },
  }
}

/** The part of a browser's or Node's MessagePort that is used here. */
interface WebPort {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: () => void): void
  start(): void
  close(): void
}

export function webPort(port: WebPort): PortLike {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.addEventListener('message', ({ data }) => listener(data))
      port.start()
    },
    onClose: (listener) => port.addEventListener('close', listener),
    close: () => port.close(),
  }
}
