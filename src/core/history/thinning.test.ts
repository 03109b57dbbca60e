import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { toInstant } from '#shared/domain/time.ts'
import { pointsToThin } from './thinning.ts'

const minute = 60_000
const day = 24 * 60 * minute
const start = Date.parse('2026-03-05T00:00:00Z')

/** Points each `step` milliseconds, the last at `start`. */
const every = (step: number, count: number, reason: 'writing' | 'submitted' = 'writing') =>
  Array.from({ length: count }, (_, index) => ({
    seq: index + 1,
    reason,
    at: toInstant(new Date(start - (count - 1 - index) * step)),
  }))
const keep = (points: ReturnType<typeof every>, now: number, pinned: number[] = []) => {
  const going = new Set(pointsToThin(points, new Date(now), new Set(pinned)))
  return points.filter(({ seq }) => !going.has(seq))
}

describe('thinning', () => {
  it('leaves a day of writing as it is', () => {
    expect(keep(every(minute, 500), start)).toHaveLength(500)
  })

  it('keeps one point per ten minutes of the last week, one per hour of the month, then one per day', () => {
    const inAWeek = keep(every(minute, 200), start + 2 * day)
    expect(inAWeek).toHaveLength(60 + 14)
    const month = keep(every(minute, 400), start + 10 * day)
    expect(month.length).toBeLessThan(60 + 14 + 5)
    expect(keep(every(minute, 3000), start + 90 * day).length).toBeLessThan(60 + 14 + 5 + 4)
  })

  it('keeps the last point of each span', () => {
    const kept = keep(every(minute, 200), start + 2 * day).slice(0, -60)
    for (const { at } of kept.slice(1)) expect(new Date(at).getUTCMinutes() % 10).toBe(9)
  })

  it('never touches named points, nor one that a later point brought back', () => {
    expect(keep(every(1, 900, 'submitted'), start + 900 * day)).toHaveLength(900)
    expect(keep(every(1, 900), start + 900 * day, [3]).map(({ seq }) => seq)).toContain(3)
  })

  it('comes to rest: thinning what was thinned lets nothing go', () => {
    const kept = keep(every(minute, 900), start + 40 * day)
    expect(keep(kept, start + 40 * day)).toEqual(kept)
  })

  it('never lets go of what was written last, wherever the clock jumps', () => {
    const jump = fc.integer({ min: -400 * day, max: 400 * day })
    fc.assert(
      fc.property(fc.array(jump, { minLength: 1, maxLength: 300 }), jump, (times, now) => {
        const points = times.map((time, index) => ({
          seq: index + 1,
          reason: 'writing' as const,
          at: toInstant(new Date(start + time)),
        }))
        const kept = keep(points, start + now).map(({ seq }) => seq)
        expect(kept.slice(-60)).toEqual(points.slice(-60).map(({ seq }) => seq))
      }),
    )
  })

  it('holds its breath while the clock is a year behind, and thins by place alone while it is a year ahead', () => {
    expect(keep(every(minute, 900), start - 365 * day)).toHaveLength(900)
    const ahead = keep(every(minute, 900), start + 365 * day)
    expect(ahead.filter(({ seq }) => seq > 840)).toHaveLength(60)
    expect(ahead.filter(({ seq }) => seq > 700 && seq <= 840)).toHaveLength(14)
  })
})
