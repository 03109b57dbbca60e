import { expect, it } from 'vitest'

import { Backoff } from './backoff.ts'

it('doubles with each failure up to a minute, and begins anew after a success', () => {
  const slowest = new Backoff(() => 1)
  expect(Array.from({ length: 8 }, () => slowest.next())).toEqual([
    1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
  ])
  slowest.reset()
  expect(slowest.next()).toBe(1000)
})

it('spreads a newsroom that lost its desk at the same moment', () => {
  const soonest = new Backoff(() => 0)
  expect([soonest.next(), soonest.next()]).toEqual([500, 1000])
})
