import { GalleyError } from '#shared/rpc/errors.ts'
import { portTransport, webPort } from '#shared/rpc/messagePort.ts'
import type { Transport } from '#shared/rpc/transport.ts'
import type { Platform } from './platform.ts'

/** What the preload exposes, and all of it. `connect` asks for a fresh pair of ports. */
export interface PreloadBridge {
  connect(): void
}

/** Message by which the preload hands over the ports: to core, and to the main process. */
const portsMessage = 'galley:ports'
/** Instead of the ports: core cannot be reached now. */
const failedMessage = 'galley:ports-failed'

/** Milliseconds. Longer than a restart of core takes; whoever waited asks again. */
const longestWait = 15_000

/** One arrival brings both ports; each is used once, and a new pair is asked for when the one wanted is used up. */
export function electronPlatform(bridge: PreloadBridge): Platform {
  const spare: Partial<Record<'core' | 'host', MessagePort>> = {}
  let arriving: Promise<void> | null = null
  let arrived: (error?: GalleyError) => void = () => undefined

  // Listening all the time: the port to the host comes only once, perhaps after nobody waited for it any more.
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window) return
    if (isMessage(event.data, failedMessage)) arrived(new GalleyError('disconnected'))
    if (!isMessage(event.data, portsMessage)) return
    const [core, host] = event.ports
    if (core !== undefined) spare.core = core
    if (host !== undefined) spare.host = host
    arrived()
  })

  const arrive = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => arrived(new GalleyError('disconnected')), longestWait)
      arrived = (error) => {
        clearTimeout(timer)
        arriving = null
        if (error === undefined) resolve()
        else reject(error)
      }
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

const isMessage = (data: unknown, type: string): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === type
