import type { MediaHash } from '#shared/domain/ids.ts'
import type { Transport } from '#shared/rpc/transport.ts'

/** The program around the window: Electron, or the loopback host in a browser. Nothing else in the renderer knows which. */
export interface Platform {
  readonly kind: 'electron' | 'web'
  /** A new stream to core. Fails when core cannot be reached now; callers try again. */
  connectCore: () => Promise<Transport>
  /** A new stream to the host. */
  connectHost: () => Promise<Transport>
  /** Where the window's `img` elements find a picture. */
  mediaUrl: (hash: MediaHash) => string
}
