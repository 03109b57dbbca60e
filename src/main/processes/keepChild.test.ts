import { expect, it } from 'vitest'

import { silentLogger } from '#shared/log.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { Child } from './child.ts'
import { keepChild } from './keepChild.ts'

class FakeChild implements Child {
  readonly pid: number
  killed = false
  readonly exited: Promise<void>
  readonly die: () => void

  constructor(pid: number) {
    this.pid = pid
    const { promise, resolve } = Promise.withResolvers<void>()
    this.exited = promise
    this.die = resolve
  }

  open(): never {
    throw new Error('has no ports')
  }

  kill(): void {
    this.killed = true
    this.die()
  }
}

const never = Promise.withResolvers<void>().promise

function keep(greet: (child: FakeChild) => Promise<void> = async () => undefined) {
  const clock = { now: 0 }
  const children: FakeChild[] = []
  const stops: number[] = []
  const keeper = keepChild({
    name: 'core',
    folder: '/tmp/profile',
    launch() {
      const child = new FakeChild(children.length + 1)
      children.push(child)
      return child
    },
    greet: async (child) => {
      await greet(child)
      return { child, stop: async () => stops.push(child.pid) }
    },
    log: silentLogger,
    now: () => clock.now,
    stopTimeout: 1,
  })
  const pid = async () => (await keeper.running()).child.pid
  return { keeper, children, stops, pid, clock }
}

it('starts a child again when it dies', async () => {
  const { children, pid } = keep()
  expect(await pid()).toBe(1)
  children[0]?.die()
  await children[0]?.exited
  expect(await pid()).toBe(2)
})

it('answers whoever waits for a child that died before it was ready with the next one', async () => {
  const { children, pid } = keep((child) => (child.pid === 1 ? never : Promise.resolve()))
  const waiting = pid()
  children[0]?.die()
  expect(await waiting).toBe(2)
})

it('does not start again what refused to work, and says why', async () => {
  const { children, keeper } = keep(() => Promise.reject(new GalleyError('database_newer')))
  await expect(keeper.running()).rejects.toMatchObject({ code: 'database_newer' })
  expect(children).toHaveLength(1)
  expect(children[0]?.killed).toBe(true)
})

it('gives up on a child that keeps dying', async () => {
  const { children, keeper } = keep()
  for (let deaths = 0; deaths < 6; deaths += 1) {
    await keeper.running()
    children.at(-1)?.die()
    await children.at(-1)?.exited
  }
  await expect(keeper.running()).rejects.toMatchObject({ code: 'internal' })
})

it('tries again when a minute has passed since it gave up', async () => {
  const { children, keeper, pid, clock } = keep()
  for (let deaths = 0; deaths < 6; deaths += 1) {
    await keeper.running()
    children.at(-1)?.die()
    await children.at(-1)?.exited
  }
  clock.now = 59_999
  await expect(keeper.running()).rejects.toMatchObject({ code: 'internal' })
  expect(children).toHaveLength(6)
  clock.now = 60_000
  expect(await Promise.all([pid(), pid()])).toEqual([7, 7])
  await keeper.stop()
})

it('stops a child that never becomes ready', async () => {
  const { children, keeper } = keep(() => never)
  await keeper.stop()
  expect(children).toHaveLength(1)
  expect(children[0]?.killed).toBe(true)
})

it('stops in good order and does not come back', async () => {
  const { children, keeper, stops } = keep()
  await keeper.running()
  await keeper.stop()
  expect(stops).toEqual([1])
  expect(children).toHaveLength(1)
  expect(children[0]?.killed).toBe(true)
})
