import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { MessageChannel } from 'node:worker_threads'

import { encode } from '@msgpack/msgpack'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'

import type { RpcClient } from '#shared/rpc/client.ts'
import { createClient } from '#shared/rpc/client.ts'
import type { Handlers } from '#shared/rpc/contract.ts'
import { command, query } from '#shared/rpc/contract.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { memoryTransports } from '#shared/rpc/memory.ts'
import { portTransport, webPort } from '#shared/rpc/messagePort.ts'
import type { RpcServer } from '#shared/rpc/server.ts'
import { createServer } from '#shared/rpc/server.ts'
import type { Transport } from '#shared/rpc/transport.ts'
import { socketTransport } from '#shared/rpc/webSocket.ts'

const contract = {
  desk: {
    methods: {
      echo: query({ input: z.object({ text: z.string().max(10) }), output: z.object({ text: z.string() }) }),
      reverse: command({ input: z.object({ bytes: z.instanceof(Uint8Array) }), output: z.instanceof(Uint8Array) }),
      refuse: command({ input: z.object({}), output: z.object({}), errors: ['disk_full'] }),
      crash: command({ input: z.object({}), output: z.object({}) }),
      lie: query({ input: z.object({}), output: z.object({ count: z.int() }) }),
      loose: query({
        input: z.looseObject({}),
        output: z.object({ keys: z.array(z.string()), polluted: z.boolean() }),
      }),
      wait: query({ input: z.object({}), output: z.object({}) }),
    },
    events: { rang: z.object({ times: z.int() }) },
  },
} as const
type TestContract = typeof contract

const handlers: Handlers<TestContract> = {
  desk: {
    echo: ({ text }) => ({ text }),
    reverse: ({ bytes }) => bytes.toReversed(),
    refuse() {
      throw new GalleyError('disk_full', { free: 0 })
    },
    crash() {
      throw new RangeError('/home/somebody/secret')
    },
    lie: () => ({ count: 'three' as unknown as number }),
    loose: (input) => ({ keys: Object.keys(input), polluted: 'admin' in {} || 'admin' in input }),
    wait: () => new Promise(() => {}),
  },
}

/** Both ends of one stream, and a way to send what no client would. */
interface Pair {
  client: Transport
  server: Transport
  sendRaw: (message: unknown) => void
}

const memory = (): Promise<Pair> => {
  const [client, server] = memoryTransports()
  return Promise.resolve({ client, server, sendRaw: (message) => client.send(message as never) })
}

const messagePort = (): Promise<Pair> => {
  const { port1, port2 } = new MessageChannel()
  // Node types its ports apart from the web's, whose part is used here.
  const asWeb = (port: unknown) => webPort(port as Parameters<typeof webPort>[0])
  const client = portTransport(asWeb(port1))
  const server = portTransport(asWeb(port2))
  return Promise.resolve({ client, server, sendRaw: (message) => port1.postMessage(message) })
}

const webSocket = async (): Promise<Pair> => {
  const listener = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => {
    listener.close()
  })
  await once(listener, 'listening')
  const socket = new WebSocket(`ws://127.0.0.1:${(listener.address() as AddressInfo).port}`)
  const accepted = new Promise<WebSocket>((resolve) => {
    listener.once('connection', resolve)
  })
  const [remote] = await Promise.all([accepted, once(socket, 'open')])
  for (const end of [socket, remote]) end.binaryType = 'arraybuffer'
  const raw = (message: unknown) => socket.send(message instanceof Uint8Array ? message : encode(message))
  return { client: socketTransport(socket), server: socketTransport(remote), sendRaw: raw }
}

interface Connected extends Pair {
  call: RpcClient<TestContract>['call']
  rpcClient: RpcClient<TestContract>
  rpcServer: RpcServer<TestContract>
  defects: [error: unknown, method: string][]
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

describe.each([
  ['memory', memory],
  ['MessagePort', messagePort],
  ['WebSocket', webSocket],
])('RPC over %s', (name, open) => {
  async function connect(): Promise<Connected> {
    const pair = await open()
    const defects: Connected['defects'] = []
    const rpcServer = createServer(contract, handlers, { onDefect: (...defect) => defects.push(defect) })
    rpcServer.serve(pair.server)
    const rpcClient = createClient(contract, pair.client)
    closing.push(() => rpcClient.close())
    return { ...pair, call: rpcClient.call, rpcClient, rpcServer, defects }
  }

  it('answers calls, each with its own answer', async () => {
    const { call } = await connect()
    const texts = Array.from({ length: 20 }, (_, n) => String(n))
    const answers = await Promise.all(texts.map((text) => call.desk.echo({ text })))
    expect(answers.map(({ text }) => text)).toEqual(texts)
  })

  it('carries bytes as bytes', async () => {
    const { call } = await connect()
    const bytes = new Uint8Array([0, 1, 254, 255])
    expect(Array.from(await call.desk.reverse({ bytes }))).toEqual([255, 254, 1, 0])
    const part = new Uint8Array(new Uint8Array([9, 1, 2, 9]).buffer, 1, 2)
    expect(Array.from(await call.desk.reverse({ bytes: part }))).toEqual([2, 1])
  })

  it('carries an expected failure with its code and details', async () => {
    const { call, defects } = await connect()
    await expect(call.desk.refuse({})).rejects.toMatchObject({
      code: 'disk_full',
      details: { free: 0 },
      retryable: true,
    })
    expect(defects).toEqual([])
  })

  it('tells a defect to the log and nothing of it to the caller', async () => {
    const { call, defects } = await connect()
    const failure = await call.desk.crash({}).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'internal', details: {} })
    expect(JSON.stringify(failure)).not.toContain('secret')
    expect(defects).toMatchObject([[{ message: '/home/somebody/secret' }, 'desk.crash']])
  })

  it('refuses input of the wrong shape, before it leaves and where it arrives', async () => {
    const { call, client, sendRaw, defects } = await connect()
    await expect(call.desk.echo({ text: 'far too long a text' })).rejects.toMatchObject({ code: 'invalid_input' })
    const answer = nextMessage(client)
    sendRaw({ t: 'call', id: 900, method: 'desk.echo', input: { text: 42 } })
    expect(await answer).toMatchObject({
      t: 'fail',
      id: 900,
      error: { code: 'invalid_input', details: { path: 'text' } },
    })
    expect(defects).toEqual([])
  })

  it.each(['desk.nothing', 'nowhere.echo', 'constructor', 'desk.__proto__', 'desk.constructor', '__proto__.toString'])(
    'knows no method %s',
    async (method) => {
      const { client, sendRaw } = await connect()
      const answer = nextMessage(client)
      sendRaw({ t: 'call', id: 901, method, input: {} })
      expect(await answer).toMatchObject({ t: 'fail', id: 901, error: { code: 'not_found' } })
    },
  )

  it('lets no output out that the contract does not describe', async () => {
    const { call, defects } = await connect()
    await expect(call.desk.lie({})).rejects.toMatchObject({ code: 'internal' })
    expect(defects).toHaveLength(1)
  })

  it('tells events to every client that listens, until it stops', async () => {
    const { rpcClient, rpcServer, call } = await connect()
    const heard: number[] = []
    const stop = rpcClient.on('desk.rang', ({ times }) => heard.push(times))
    rpcServer.emit('desk.rang', { times: 1 })
    await call.desk.echo({ text: 'after' })
    stop()
    rpcServer.emit('desk.rang', { times: 2 })
    await call.desk.echo({ text: 'after' })
    expect(heard).toEqual([1])
  })

  it('ends open calls when the other end goes away, and refuses new ones', async () => {
    const { call, server } = await connect()
    const open = call.desk.wait({})
    await call.desk.echo({ text: 'there' })
    server.close()
    await expect(open).rejects.toMatchObject({ code: 'disconnected', retryable: true })
    await expect(call.desk.echo({ text: 'gone' })).rejects.toMatchObject({ code: 'disconnected' })
  })

  it('ends open calls when this end closes', async () => {
    const { call, rpcClient } = await connect()
    const open = call.desk.wait({})
    rpcClient.close()
    await expect(open).rejects.toMatchObject({ code: 'disconnected' })
  })

  it('survives messages of no known shape and goes on answering', async () => {
    const { call, sendRaw, defects } = await connect()
    const hostile = [
      null,
      42,
      'call',
      [],
      {},
      { t: 'call' },
      { t: 'call', id: 'x', method: 'desk.echo', input: {} },
      { t: 'call', id: 1.5, method: 'desk.echo', input: {} },
      { t: 'call', id: 5, method: 'x'.repeat(10_000), input: {} },
      { t: 'nonsense', id: 1 },
      { t: 'ok', id: 1, output: {} },
      { t: 'event', name: 'desk.rang', payload: {} },
    ]
    for (const message of hostile) sendRaw(message)
    expect(await call.desk.echo({ text: 'alive' })).toEqual({ text: 'alive' })
    expect(defects).toEqual([])
  })

  it('hangs up on a server that does not speak the protocol, and nobody waits in vain', async () => {
    const { call, server } = await connect()
    const open = call.desk.wait({})
    server.send({ t: 'ok', id: 'nonsense' } as never)
    await expect(open).rejects.toMatchObject({ code: 'disconnected' })
  })

  it('lets no input reach the prototype of anything', async () => {
    const { client, sendRaw } = await connect()
    const answer = Promise.race([nextMessage(client), closed(client)])
    const input: unknown = JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": {"admin": true}}}')
    sendRaw({ t: 'call', id: 902, method: 'desk.loose', input })
    const reply = await answer
    // MessagePack's reader refuses the key, and that ends the connection; the others clone it as data.
    if (name !== 'WebSocket') expect(reply).toMatchObject({ t: 'ok', output: { polluted: false } })
    expect('admin' in {}).toBe(false)
  })
})

describe('RPC over WebSocket', () => {
  it.each([
    ['bytes that are not MessagePack', new Uint8Array([0xc1, 0xc1, 0xc1])],
    ['an unfinished message', new Uint8Array([0x9f, 0x01])],
  ])('hangs up on %s', async (_, bytes) => {
    const { client, server, sendRaw } = await webSocket()
    const ended = Promise.all([closed(client), closed(server)])
    sendRaw(bytes)
    await ended
  })
})

const nextMessage = (transport: Transport): Promise<unknown> =>
  new Promise((resolve) => {
    const stop = transport.onMessage((message) => {
      stop()
      resolve(message)
    })
  })

const closed = (transport: Transport): Promise<'closed'> =>
  new Promise((resolve) => {
    transport.onClose(() => resolve('closed'))
  })
