import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { WebSocket } from 'ws'

import type { PortLike } from '#shared/rpc/messagePort.ts'
import type { RpcMessage, Transport } from '#shared/rpc/transport.ts'
import type { SocketLike } from '#shared/rpc/webSocket.ts'
import { socketTransport } from '#shared/rpc/webSocket.ts'

import type { Asset } from '../common/assets.ts'
import { findAsset } from '../common/assets.ts'
import { cacheControl } from '../common/headers.ts'
import { findPicture, mediaName } from '../common/media.ts'
import type { Profile } from '../common/profile.ts'
import { corePort } from '../processes/control.ts'
import type { Room } from './door.ts'

export interface RoomOptions {
  profile: Profile
  /** The folder of the built renderer. */
  renderer: string
  /** A window asks for its host. */
  onWindow: (transport: Transport) => void
  refusal: string
}

/** The window of one profile in a browser: the built renderer, its pictures, and the two RPC streams. */
export function profileRoom({ profile, renderer, onWindow, refusal }: RoomOptions): Room {
  const { dataDir, core } = profile
  return {
    refusal,
    async request(path, request, response) {
      const name = mediaName(path)
      const asset =
        name === null
          ? await findAsset(renderer, path)
          : await findPicture(dataDir, name, (await core.running()).mediaFile)
      await send(asset, name !== null || path.startsWith('/assets/'), request, response)
    },
    async socket(path) {
      switch (path) {
        case '/rpc/host':
          return (socket) => onWindow(socketTransport(binary(socket)))
        case '/rpc/core': {
          const { child } = await core.running()
          return (socket) => passOn(socketTransport(binary(socket)), child.open(corePort))
        }
        default:
          return null
      }
    },
  }
}

async function send(asset: Asset | null, hashed: boolean, request: IncomingMessage, response: ServerResponse) {
  if (asset === null) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {
    'Content-Type': asset.mimeType,
    'Content-Length': (await stat(asset.path)).size,
    'Cache-Control': cacheControl(hashed),
  })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(asset.path), response)
}

/** Between a window and the core of its profile. What passes is checked at both ends and not here. */
function passOn(window: Transport, core: PortLike): void {
  window.onMessage((message) => core.post(message))
  window.onClose(() => core.close())
  core.onMessage((message) => window.send(message as RpcMessage))
  core.onClose(() => window.close())
}

function binary(socket: WebSocket): SocketLike {
  socket.binaryType = 'arraybuffer'
  // A close follows every error, and says all there is to say.
  socket.on('error', () => undefined)
  return socket
}
