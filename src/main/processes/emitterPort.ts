import type { PortLike } from '#shared/rpc/messagePort.ts'

/** Electron's MessagePortMain, in the main process and in utility processes alike. */
export interface EmitterPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

export function emitterPort(port: EmitterPort): PortLike {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data))
      port.start()
    },
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}

/** Passes everything on between two ports, and closes one with the other. */
export function joinPorts(left: PortLike, right: PortLike): void {
  left.onMessage((message) => right.post(message))
  right.onMessage((message) => left.post(message))
  left.onClose(() => right.close())
  right.onClose(() => left.close())
}
