import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { steady } from './steady.ts'

const order = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 9 })

/** All subsets, the largest that keeps its order in both: slow and obvious. */
function largest(before: readonly number[], after: readonly number[]): number {
  const shared = after.filter((member) => before.includes(member))
  let best = 0
  for (let mask = 0; mask < 1 << shared.length; mask += 1) {
    const chosen = shared.filter((_, index) => (mask >> index) & 1)
    if (inOrder(chosen, before)) best = Math.max(best, chosen.length)
  }
  return best
}

const inOrder = (members: readonly number[], all: readonly number[]): boolean =>
  members.every((member, index) => index === 0 || all.indexOf(members[index - 1] ?? -1) < all.indexOf(member))

describe('blocks that stay where they are', () => {
  it('are as many as can be, and in the same order in both', () => {
    fc.assert(
      fc.property(order, order, (before, after) => {
        const staying = after.filter((member) => steady(before, after).has(member))
        expect(inOrder(staying, before)).toBe(true)
        expect(staying).toHaveLength(largest(before, after))
      }),
      { numRuns: 1000 },
    )
  })

  it('are all but the one that moved', () => {
    expect([...steady(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'])].toSorted()).toEqual(['b', 'c', 'd'])
  })
})
