import { describe, expect, it } from 'vitest'

import type { StoredPoint } from '../history/repository.ts'
import { mergePoints } from './mergePoints.ts'

/** Points by the minute in which they were made; the minute is also what tells them apart. */
const history = (...minutes: number[]): StoredPoint[] =>
  minutes.map((minute, index) => ({
    seq: index + 1,
    reason: 'writing',
    version: minute,
    at: `2026-05-01T08:${String(minute).padStart(2, '0')}:00.000Z`,
    personId: null,
    revisionId: null,
    textId: minute,
    origin: null,
    characters: minute,
    added: 0,
    removed: 0,
  }))

const isSame = (here: StoredPoint, there: StoredPoint): boolean => here.at === there.at
const merge = (here: StoredPoint[], there: StoredPoint[]) => mergePoints(here, there, isSame)
const shown = (here: StoredPoint[], there: StoredPoint[]) =>
  merge(here, there).map(({ from, point }) => `${from} ${point.version}`)

describe('two histories of one article', () => {
  it('become one when nothing is here', () => {
    expect(shown([], history(1, 2))).toEqual(['there 1', 'there 2'])
  })

  it('stay what is here when the other one has nothing more', () => {
    expect(shown(history(1, 2, 3), history(1, 3))).toEqual(['here 1', 'here 2', 'here 3'])
  })

  it('have what only one has between the points that both have', () => {
    expect(shown(history(1, 4, 9), history(1, 3, 5, 9))).toEqual(['here 1', 'there 3', 'here 4', 'there 5', 'here 9'])
  })

  it('keep the order of each, whatever the clocks said', () => {
    expect(shown(history(9, 2), history(9, 1, 2))).toEqual(['here 9', 'there 1', 'here 2'])
  })

  it('are numbered anew, and what a point brought back is still named', () => {
    const here = history(4, 5).map((point) => (point.version === 5 ? { ...point, origin: 1 } : point))
    const there = history(1, 6).map((point) => (point.version === 6 ? { ...point, origin: 1 } : point))
    expect(merge(here, there).map(({ point }) => [point.seq, point.version, point.origin])).toEqual([
      [1, 1, null],
      [2, 4, null],
      [3, 5, 2],
      [4, 6, 1],
    ])
  })

  it('are the same after a second time', () => {
    const there = history(1, 3, 5)
    const once = merge(history(2, 3, 9), there).map(({ point }) => point)
    const twice = merge(once, there)
    expect(twice.map(({ point }) => point)).toEqual(once)
    expect(twice.every(({ from }) => from === 'here')).toBe(true)
  })
})
