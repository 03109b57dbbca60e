import { decode, encode } from '@msgpack/msgpack'

import { portTransport } from './messagePort.ts'
import type { Transport } from './transport.ts'

/** The part of a browser's and of ws's WebSocket that is used here; `binaryType` has to be `arraybuffer`. */
export interface SocketLike {
  send(data: Uint8Array<ArrayBuffer>): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: () => void): void
  close(): void
}

/** RPC over an open WebSocket, as MessagePack: pictures cross as bytes and not as base64 text. */
export const socketTransport = (socket: SocketLike): Transport =>
  portTransport({
    post: (message) => socket.send(encode(message, { ignoreUndefined: true })),
    onMessage(listener) {
      socket.addEventListener('message', ({ data }) => {
        const message = read(data)
        if (message === undefined) socket.close()
        else listener(message)
      })
    },
    onClose: (listener) => socket.addEventListener('close', listener),
    close: () => socket.close(),
  })

/** Undefined for what is not MessagePack: the other end is not ours, and gets no second chance. */
function read(data: unknown): unknown {
  if (!(data instanceof ArrayBuffer)) return undefined
  try {
    return decode(new Uint8Array(data))
  } catch {
    return undefined
  }
}
