import { decode, encode } from '@msgpack/msgpack'

import { Listeners } from './listeners.ts'
import type { Transport } from './transport.ts'

/** The part of a browser's and of ws's WebSocket that is used here; `binaryType` has to be `arraybuffer`. */
export interface SocketLike {
  send(data: Uint8Array<ArrayBuffer>): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: () => void): void
  close(): void
}

/** RPC over an open WebSocket, as MessagePack: pictures cross as bytes and not as base64 text. */
export function socketTransport(socket: SocketLike): Transport {
  const messages = new Listeners<unknown>()
  const closes = new Listeners<void>()
  let closed = false
  const end = () => {
    if (closed) return
    closed = true
    closes.emit()
  }
  socket.addEventListener('message', ({ data }) => {
    const message = read(data)
    if (message === undefined) socket.close()
    else messages.emit(message)
  })
  socket.addEventListener('close', end)
  return {
    send(message) {
      if (!closed) socket.send(encode(message, { ignoreUndefined: true }))
    },
    onMessage: (listener) => messages.add(listener),
    onClose(listener) {
      if (closed) listener()
      return closes.add(listener)
    },
    close() {
      socket.close()
      end()
    },
  }
}

/** Undefined for what is not MessagePack: the other end is not ours, and gets no second chance. */
function read(data: unknown): unknown {
  if (!(data instanceof ArrayBuffer)) return undefined
  try {
    return decode(new Uint8Array(data))
  } catch {
    return undefined
  }
}
