import { afterEach, expect, it, vi } from 'vitest'

import type { RpcMessage, Transport } from '#shared/rpc/transport.ts'
import { electronPlatform } from './electron.ts'

afterEach(() => {
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
