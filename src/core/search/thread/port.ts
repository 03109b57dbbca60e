import type { PortLike } from '#shared/rpc/messagePort.ts'

/** The part that a Worker and its parent's port have in common. */
interface ThreadPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
}

/** A thread has no way to say that it closes: whoever started it knows from the thread itself. */
export const threadPort = (port: ThreadPort): PortLike => ({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => void port.on('message', listener),
  onClose: () => {},
  close: () => {},
})
