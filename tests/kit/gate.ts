import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where on its way a request is when the trap springs: before the server, on the way, or with the answer ready. */
export type Moment = 'arrived' | 'forwarded' | 'answered'

export interface Trap {
  /** The first request that matches springs it. */
  readonly on: { method: string; path: RegExp }
  readonly at: Moment
  /** What happens then. Neither the request, if it was held, nor the answer goes on afterwards. */
  readonly spring: () => Promise<void>
}

export interface Gate {
  readonly url: string
  /** Where requests go on to. */
  target: string
  /** Sets a trap; resolves when it has sprung. */
  set(trap: Trap): Promise<void>
  close(): Promise<void>
}

/** A loopback proxy between desktops and the desk that knows where every request is, and can break off there. */
export async function openGate(): Promise<Gate> {
  let armed: (Trap & { sprung: () => void; failed: (error: unknown) => void }) | null = null
  const gate = {
    target: '',
    set: (trap: Trap) =>
      new Promise<void>((sprung, failed) => {
        armed = { ...trap, sprung, failed }
      }),
  }

  async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(incoming)
    const trap = armed !== null && matches(armed, incoming) ? armed : null
    if (trap !== null) armed = null
    const springs = async () => {
      response.destroy()
      await trap?.spring().then(trap.sprung, trap.failed)
    }
    if (trap?.at === 'arrived') return springs()
    const answer = forward(gate.target, incoming, body)
    if (trap?.at === 'forwarded') {
      answer.catch(() => undefined)
      return springs()
    }
    const { status, headers, bytes } = await answer
    if (trap !== null) return springs()
    response.writeHead(status, headers).end(bytes)
  }

  const server = createServer((incoming, response) => {
    // A server that is gone is, to the desktop, a connection that breaks.
    pass(incoming, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return Object.assign(gate, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

const matches = ({ on }: Trap, { method, url = '' }: IncomingMessage): boolean =>
  method === on.method && on.path.test(url)

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  bytes: Buffer
}

function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = request(`${target}${url ?? ''}`, { method, headers, agent: false }, (answer) => {
      readAll(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, bytes }),
        reject,
      )
    })
    onward.on('error', reject)
    onward.end(body)
  })
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
