import { expect, it, vi } from 'vitest'

import type { PortLike } from '#shared/rpc/messagePort.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'
import type { Wire } from './wire.ts'
import { multiplex } from './wire.ts'

/** Two ends of a channel inside this process, and a way to cut it. */
function wires(): { parent: Wire; child: Wire; cut: () => void } {
  const listeners = { parent: [] as ((message: unknown) => void)[], child: [] as ((message: unknown) => void)[] }
  const ends: (() => void)[] = []
  const wire = (own: 'parent' | 'child', other: 'parent' | 'child'): Wire => ({
    send: (message) => queueMicrotask(() => listeners[other].forEach((listener) => listener(structuredClone(message)))),
    onMessage: (listener) => void listeners[own].push(listener),
    onEnd: (listener) => void ends.push(listener),
  })
  return { parent: wire('parent', 'child'), child: wire('child', 'parent'), cut: () => ends.forEach((end) => end()) }
}

function next(port: PortLike): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  port.onMessage(resolve)
  return promise
}

function closed(port: PortLike): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  port.onClose(resolve)
  return promise
}

function connect() {
  const { parent, child, cut } = wires()
  const accepted = new Map<string, PortLike>()
  const arrivals: ((port: PortLike) => void)[] = []
  multiplex(child, (name, port) => {
    accepted.set(name, port)
    arrivals.forEach((arrived) => arrived(port))
  })
  const open = multiplex(parent)
  const pair = (name: string) =>
    new Promise<[PortLike, PortLike]>((resolve) => {
      const near = open(name)
      arrivals.push((far) => {
        if (accepted.get(name) === far) resolve([near, far])
      })
    })
  return { pair, cut, open }
}

it('keeps ports apart, in both directions', async () => {
  const { pair } = connect()
  const [[near, far], [otherNear, otherFar]] = await Promise.all([pair('core'), pair('control')])
  near.post('to core')
  otherNear.post({ to: 'control', bytes: new Uint8Array([1, 2]) })
  expect(await next(far)).toBe('to core')
  expect(await next(otherFar)).toEqual({ to: 'control', bytes: new Uint8Array([1, 2]) })
  far.post('back')
  expect(await next(near)).toBe('back')
})

it('keeps what arrives until someone listens, also behind a transport', async () => {
  const { pair } = connect()
  const [near, far] = await pair('core')
  near.post('first')
  near.post('second')
  await Promise.resolve()
  const heard: unknown[] = []
  const transport = portTransport(far)
  transport.onMessage((message) => heard.push(message))
  await vi.waitFor(() => expect(heard).toEqual(['first', 'second']))
})

it('closes the far half with the near one', async () => {
  const { pair } = connect()
  const [near, far] = await pair('core')
  const gone = closed(far)
  near.close()
  await gone
  await closed(near)
})

it('closes every port when the other process ends, and those that are opened after that', async () => {
  const { pair, cut, open } = connect()
  const [near, far] = await pair('core')
  cut()
  await Promise.all([closed(near), closed(far)])
  await closed(open('core'))
})
