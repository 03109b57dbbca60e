import { describe, expect, it } from 'vitest'

import { scaleOf, tallest, toBar, toLines } from './sheetScale.ts'

const view = 800
const million = scaleOf(84_000_000, view)

describe('a sheet that is no higher than may be', () => {
  it('is scrolled as it is', () => {
    const scale = scaleOf(tallest, view)
    for (const at of [0, 150_000, 3_000_000, tallest - view])
      expect([toLines(scale, at), toBar(scale, at)]).toEqual([at, at])
  })

  it('is not scrolled when all of it is seen', () => {
    expect(toLines(scaleOf(300, view), 0)).toBe(0)
  })
})

describe('a sheet of a million lines', () => {
  it('begins and ends with the scroll bar', () => {
    expect(toLines(million, 0)).toBe(0)
    expect(toLines(million, million.bar)).toBe(84_000_000 - view)
    expect(million.bar).toBe(tallest - view)
  })

  it('is scrolled one for one near both ends', () => {
    expect(toLines(million, 90_000)).toBe(90_000)
    expect(toLines(million, million.bar - 90_000)).toBe(million.lines - 90_000)
  })

  it('leads back from every line to the place that led to it', () => {
    for (const at of [0, 99_999, 100_000, 100_001, 2_500_000, 4_899_000, 4_899_300, million.bar]) {
      expect(toBar(million, toLines(million, at))).toBeCloseTo(at, 6)
    }
  })

  it('never goes back when the bar goes on', () => {
    const places = Array.from({ length: 1_000 }, (_, n) => toLines(million, (n * million.bar) / 999))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})
