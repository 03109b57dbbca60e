import { afterEach, expect, it, vi } from 'vitest'

import type { RpcMessage, Transport } from '#shared/rpc/transport.ts'
import { electronPlatform } from './electron.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A page, and a main process that sends ports when it is asked: both at first, then only one to core. */
function electron() {
  const page = new EventTarget()
  vi.stubGlobal('window', page)
  const far: { core: MessagePort; host: MessagePort | null }[] = []
  const connect = () => {
    const [core, host] = [new MessageChannel(), far.length === 0 ? new MessageChannel() : null]
    far.push({ core: core.port2, host: host?.port2 ?? null })
    const ports = host === null ? [core.port1] : [core.port1, host.port1]
    queueMicrotask(() => page.dispatchEvent(arrival(ports, page)))
  }
  return { page, far, platform: electronPlatform({ connect }) }
}

const arrival = (ports: MessagePort[], source: unknown, type = 'galley:ports') =>
  Object.assign(new Event('message'), { data: { type }, ports, source })

const received = (transport: Transport) =>
  new Promise((resolve) => {
    transport.onMessage(resolve)
  })
const hello: RpcMessage = { t: 'event', name: 'hello', payload: null }

it('gives core and host each their port of one arrival', async () => {
  const { far, platform } = electron()
  const [core, host] = await Promise.all([platform.connectCore(), platform.connectHost()])
  expect(far).toHaveLength(1)
  const [toCore, toHost] = [received(core), received(host)]
  far[0]?.core.postMessage({ ...hello, name: 'core' })
  far[0]?.host?.postMessage({ ...hello, name: 'host' })
  expect(await toCore).toMatchObject({ name: 'core' })
  expect(await toHost).toMatchObject({ name: 'host' })
  core.close()
  host.close()
})

it('asks for a new port to core when core was restarted', async () => {
  const { far, platform } = electron()
  const first = await platform.connectCore()
  first.close()
  const second = await platform.connectCore()
  expect(far).toHaveLength(2)
  const arrived = received(second)
  far[1]?.core.postMessage(hello)
  expect(await arrived).toEqual(hello)
  second.close()
  const host = await platform.connectHost()
  host.close()
})

it('takes ports only from its own page', async () => {
  const { page, far, platform } = electron()
  const foreign = new MessageChannel()
  const opening = platform.connectCore()
  page.dispatchEvent(arrival([foreign.port1], {}))
  page.dispatchEvent(arrival([foreign.port1], page, 'something else'))
  const core = await opening
  const arrived = received(core)
  far[0]?.core.postMessage(hello)
  expect(await arrived).toEqual(hello)
  core.close()
  foreign.port1.close()
})

/** A page whose main process does nothing by itself. */
function silentElectron() {
  const page = new EventTarget()
  vi.stubGlobal('window', page)
  const connect = vi.fn()
  return { page, connect, platform: electronPlatform({ connect }) }
}

it('fails when core cannot be reached, and asks anew at the next try', async () => {
  const { page, connect, platform } = silentElectron()
  const both = Promise.allSettled([platform.connectCore(), platform.connectHost()])
  page.dispatchEvent(arrival([], page, 'galley:ports-failed'))
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(connect).toHaveBeenCalledTimes(1)

  const again = platform.connectCore()
  expect(connect).toHaveBeenCalledTimes(2)
  const { port1, port2 } = new MessageChannel()
  page.dispatchEvent(arrival([port1], page))
  ;(await again).close()
  port2.close()
})

it('does not wait without end for an answer, and keeps ports that come late', async () => {
  vi.useFakeTimers()
  const { page, connect, platform } = silentElectron()
  const refused = expect(platform.connectHost()).rejects.toMatchObject({ code: 'disconnected' })
  await vi.advanceTimersByTimeAsync(60_000)
  await refused

  const [core, host] = [new MessageChannel(), new MessageChannel()]
  page.dispatchEvent(arrival([core.port1, host.port1], page))
  const transports = await Promise.all([platform.connectHost(), platform.connectCore()])
  expect(connect).toHaveBeenCalledTimes(1)
  for (const transport of transports) transport.close()
})
