import type { z } from 'zod'

import type { Contract, Emit, Handlers, Method } from './contract.ts'
import { GalleyError, toWire } from './errors.ts'
import type { Dispose, RpcMessage, Transport } from './transport.ts'
import { CallMessage } from './transport.ts'

export interface RpcServer<C extends Contract> {
  /** Serves one client until its transport closes, or until disposed. */
  serve(transport: Transport): Dispose
  readonly emit: Emit<C>
}

export interface RpcServerOptions {
  /** Told of every failure that is not a GalleyError: a defect, with the name of the call that met it. */
  onDefect: (error: unknown, method: string) => void
}

/** Answers the calls of a contract over any number of transports. Input is always validated; so is what goes back. */
export function createServer<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  { onDefect }: RpcServerOptions,
): RpcServer<C> {
  const clients = new Set<Transport>()
  const table = handlerTable(contract, handlers)

  async function answer(call: z.infer<typeof CallMessage>): Promise<RpcMessage> {
    try {
      const entry = table.get(call.method)
      if (entry === undefined) throw new GalleyError('not_found', { method: call.method })
      const input = parseInput(entry.method, call)
      const output = entry.method.output.parse(await entry.handle(input))
      return { t: 'ok', id: call.id, output }
    } catch (error) {
      if (!(error instanceof GalleyError)) onDefect(error, call.method)
      return { t: 'fail', id: call.id, error: toWire(error) }
    }
  }

  return {
    serve(transport) {
      clients.add(transport)
      const stop = transport.onMessage((raw) => {
        const call = CallMessage.safeParse(raw)
        if (!call.success) return
        void answer(call.data).then((reply) => {
          if (clients.has(transport)) transport.send(reply)
        })
      })
      const leave = () => {
        clients.delete(transport)
        stop()
      }
      transport.onClose(leave)
      return leave
    },
    emit(name, payload) {
      for (const client of clients) client.send({ t: 'event', name, payload })
    },
  }
}

interface Entry {
  method: Method
  handle: (input: unknown) => unknown
}

/** By `area.method`. Types have made sure that each method has its handler; this fails at once if they were bypassed. */
function handlerTable(contract: Contract, handlers: object): Map<string, Entry> {
  const table = new Map<string, Entry>()
  const byArea = handlers as Record<string, Record<string, Entry['handle'] | undefined> | undefined>
  for (const [area, { methods }] of Object.entries(contract)) {
    for (const [name, method] of Object.entries(methods)) {
      const handle = byArea[area]?.[name]
      if (handle === undefined) throw new TypeError(`no handler for ${area}.${name}`)
      table.set(`${area}.${name}`, { method, handle })
    }
  }
  return table
}

function parseInput(method: Method, call: z.infer<typeof CallMessage>): unknown {
  const result = method.input.safeParse(call.input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new GalleyError('invalid_input', {
    method: call.method,
    path: issue?.path.join('.') ?? '',
    reason: issue?.message,
  })
}
