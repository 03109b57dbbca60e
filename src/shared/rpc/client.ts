import type { Calls, Contract, EventName, EventPayload, Method } from './contract.ts'
import { fromWire, GalleyError } from './errors.ts'
import { Listeners } from './listeners.ts'
import type { Dispose, Transport } from './transport.ts'
import { RpcMessage } from './transport.ts'

export interface RpcClient<C extends Contract> {
  readonly call: Calls<C>
  on<N extends EventName<C>>(name: N, listener: (payload: EventPayload<C, N>) => void): Dispose
  /** Calls that are still open fail with `disconnected`. */
  close(): void
}

interface Pending {
  resolve: (output: unknown) => void
  reject: (error: GalleyError) => void
}

/** The typed caller of a contract. Inputs are checked before they leave, outputs and events when they arrive. */
export function createClient<C extends Contract>(contract: C, transport: Transport): RpcClient<C> {
  const pending = new Map<number, Pending>()
  const listeners = new Map<string, Listeners<unknown>>()
  let lastId = 0
  let closed = false

  const stopListening = transport.onMessage((raw) => {
    const parsed = RpcMessage.safeParse(raw)
    if (!parsed.success) {
      // The other end is not ours, or not of this version: better disconnected than waiting for what cannot come.
      transport.close()
      return
    }
    const message = parsed.data
    switch (message.t) {
      case 'ok':
        take(message.id)?.resolve(message.output)
        break
      case 'fail':
        take(message.id)?.reject(fromWire(message.error))
        break
      case 'event':
        deliver(message.name, message.payload)
        break
      case 'call':
        break
    }
  })
  transport.onClose(() => {
    closed = true
    stopListening()
    for (const id of Array.from(pending.keys())) take(id)?.reject(new GalleyError('disconnected'))
  })

  function take(id: number): Pending | undefined {
    const call = pending.get(id)
    pending.delete(id)
    return call
  }

  function deliver(name: string, payload: unknown): void {
    const schema = eventSchema(contract, name)
    if (schema !== undefined) listeners.get(name)?.emit(schema.parse(payload))
  }

  async function invoke(path: string, method: Method, input: unknown): Promise<unknown> {
    const checked = method.input.safeParse(input)
    if (!checked.success) throw new GalleyError('invalid_input', { method: path }, { cause: checked.error })
    if (closed) throw new GalleyError('disconnected')
    lastId += 1
    const id = lastId
    const output = await new Promise<unknown>((resolve, reject) => {
      pending.set(id, { resolve, reject })
      transport.send({ t: 'call', id, method: path, input })
    })
    return method.output.parse(output)
  }

  return {
    call: buildCalls(contract, invoke),
    on(name, listener) {
      const set = listeners.get(name) ?? new Listeners<unknown>()
      listeners.set(name, set)
      return set.add(listener as (payload: unknown) => void)
    },
    close: () => transport.close(),
  }
}

type Invoke = (path: string, method: Method, input: unknown) => Promise<unknown>

function buildCalls<C extends Contract>(contract: C, invoke: Invoke): Calls<C> {
  const areas = Object.entries(contract).map(([area, { methods }]) => {
    const calls = Object.entries(methods).map(([name, method]) => [
      name,
      (input: unknown) => invoke(`${area}.${name}`, method, input),
    ])
    return [area, Object.fromEntries(calls) as Record<string, unknown>]
  })
  return Object.fromEntries(areas) as Calls<C>
}

function eventSchema(contract: Contract, name: string) {
  const [area, event] = name.split('.', 2)
  return area === undefined || event === undefined ? undefined : contract[area]?.events[event]
}
