import type { PortLike } from '#shared/rpc/messagePort.ts'

/** A process that decodes pictures. It holds nothing that would be lost when it is killed. */
export interface PicturesChild {
  readonly port: PortLike
  /** Resolves also when the process could not be started at all. */
  readonly exited: Promise<void>
  kill(): void
}
