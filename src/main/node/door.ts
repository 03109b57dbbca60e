import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'

import { securityHeaders } from '../common/headers.ts'
import type { Guard } from './guard.ts'
import { createGuard } from './guard.ts'

/** What stands behind a door: both are asked only for requests that the guard let in. */
export interface Room {
  request(path: string, request: IncomingMessage, response: ServerResponse): Promise<void>
  /** What to do with a WebSocket to `path`, once whatever it needs is ready; null where there is none. */
  socket(path: string): Promise<((socket: WebSocket) => void) | null>
  /** Shown to a browser without the token, in the person's language. */
  readonly refusal: string
}

/** One address on the loopback interface, for one profile. It can be known before there is anything behind it. */
export interface Door {
  readonly address: string
  open(room: Room): void
  close(): Promise<void>
}

/** Above the largest picture, which crosses in one message. */
const maxMessage = 64 * 1024 * 1024

export async function listen(): Promise<Door> {
  let room: Room | null = null
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessage })
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const guard = createGuard(port)

  server.on('request', (request, response) => {
    void answer(guard, room, request, response).catch(() => response.destroy())
  })
  server.on('upgrade', (request, socket, head) => {
    void upgrade(guard, room, sockets, request, socket, head).catch(() => socket.destroy())
  })

  return {
    address: guard.entrance,
    open(behind) {
      room = behind
    },
    async close() {
      for (const client of sockets.clients) client.terminate()
      await closeServer(server)
    },
  }
}

async function answer(guard: Guard, room: Room | null, request: IncomingMessage, response: ServerResponse) {
  const sockets = [guard.origin.replace('http:', 'ws:')]
  for (const [name, value] of Object.entries(securityHeaders({ sockets }))) response.setHeader(name, value)
  if (room === null) {
    response.writeHead(503).end()
    return
  }
  switch (guard.admit(request)) {
    case 'foreign':
      response.writeHead(403).end()
      return
    case 'unknown':
      response.writeHead(401, { 'Content-Type': 'text/plain; charset=utf-8' }).end(room.refusal)
      return
    case 'enter':
      // Not a redirect: where a page from elsewhere led here, browsers hold a strict cookie back until the end of the way.
      response.writeHead(200, { 'Set-Cookie': guard.cookie, Refresh: '0; url=/', 'Cache-Control': 'no-store' }).end()
      return
    case 'allowed':
      if (request.method === 'GET' || request.method === 'HEAD') await room.request(path(request), request, response)
      else response.writeHead(405, { Allow: 'GET, HEAD' }).end()
  }
}

async function upgrade(
  guard: Guard,
  room: Room | null,
  sockets: WebSocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) {
  const admission = guard.admit(request)
  // Browsers always name the page that opens a WebSocket. Whoever does not is no browser, but must know the token.
  const status = room === null ? 503 : admission === 'foreign' ? 403 : admission !== 'allowed' ? 401 : null
  if (status !== null || room === null) {
    refuse(socket, status ?? 503)
    return
  }
  socket.on('error', () => socket.destroy())
  const connect = await room.socket(path(request))
  if (connect === null) refuse(socket, 404)
  else sockets.handleUpgrade(request, socket, head, connect)
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** The path as it came, still encoded: a URL parser would resolve `..` and hide an attempt. */
const path = ({ url = '/' }: IncomingMessage): string => url.split(/[?#]/, 1)[0] ?? '/'

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
