import { portTransport, webPort } from '#shared/rpc/messagePort.ts'
import type { Transport } from '#shared/rpc/transport.ts'
import type { Platform } from './platform.ts'

/** What the preload exposes, and all of it. `connect` asks for a fresh pair of ports. */
export interface PreloadBridge {
  connect(): void
}

/** Message by which the preload hands over the ports: to core, and to the main process. */
const portsMessage = 'galley:ports'

/** One arrival brings both ports; each is used once, and a new pair is asked for when the one wanted is used up. */
export function electronPlatform(bridge: PreloadBridge): Platform {
  const spare: Partial<Record<'core' | 'host', MessagePort>> = {}
  let arriving: Promise<void> | null = null

  const arrive = (): Promise<void> =>
    new Promise((resolve) => {
      const onMessage = (event: MessageEvent<unknown>) => {
        if (event.source !== window || !isPortsMessage(event.data)) return
        window.removeEventListener('message', onMessage)
        const [core, host] = event.ports
        if (core !== undefined) spare.core = core
        if (host !== undefined) spare.host = host
        arriving = null
        resolve()
      }
      window.addEventListener('message', onMessage)
      bridge.connect()
    })

  async function take(which: 'core' | 'host'): Promise<Transport> {
    let port = spare[which]
    while (port === undefined) {
      arriving ??= arrive()
      await arriving
      port = spare[which]
    }
    delete spare[which]
    return portTransport(webPort(port))
  }

  return {
    kind: 'electron',
    connectCore: () => take('core'),
    connectHost: () => take('host'),
    mediaUrl: (hash) => `galley://app/media/${hash}`,
  }
}

const isPortsMessage = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === portsMessage
