import { GalleyError } from '#shared/rpc/errors.ts'
import type { Transport } from '#shared/rpc/transport.ts'
import { socketTransport } from '#shared/rpc/webSocket.ts'
import type { Platform } from './platform.ts'

/** The loopback host: two WebSockets on the page's own origin, which its session cookie opens. */
export const webPlatform = (): Platform => ({
  kind: 'web',
  connectCore: () => openSocket('/rpc/core'),
  connectHost: () => openSocket('/rpc/host'),
  mediaUrl: (hash) => `/media/${hash}`,
})

function openSocket(path: string): Promise<Transport> {
  const url = new URL(path, window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  const transport = socketTransport(socket)
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(transport))
    socket.addEventListener('close', () => reject(new GalleyError('disconnected')))
  })
}
