import type { StoredPoint } from './repository.ts'

type Dated = Pick<StoredPoint, 'seq' | 'reason' | 'at'>

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Of points this old, one is kept for each span of time. By age: milliseconds. */
const byAge = [
  { until: day, keepOnePer: 0 },
  { until: 7 * day, keepOnePer: 10 * minute },
  { until: 30 * day, keepOnePer: hour },
  { until: Infinity, keepOnePer: day },
] as const

/** The same by the number of writing points that came after. */
const byRank = [
  { until: 60, keepOnePer: 0 },
  { until: 200, keepOnePer: 10 * minute },
  { until: 400, keepOnePer: hour },
  { until: Infinity, keepOnePer: day },
] as const

/**
 * Numbers of the writing points that may go, of `points` in their order. A point goes only where its age and its place
 * both allow it: a clock that jumps ahead makes everything look old, but not what was written last; one that jumps back
 * makes everything look new, and nothing goes until it is right again. Of each span its last point stays. `pinned` are
 * points that others name as their origin.
 */
export function pointsToThin(points: readonly Dated[], now: Date, pinned: ReadonlySet<number>): number[] {
  const going: number[] = []
  let kept = Number.NaN
  const writing = points.filter(({ reason }) => reason === 'writing').toReversed()
  for (const [rank, { seq, at }] of writing.entries()) {
    const time = Date.parse(at)
    const span = Math.min(spanFor(byAge, now.getTime() - time), spanFor(byRank, rank))
    const crowded = span > 0 && Math.floor(time / span) === Math.floor(kept / span)
    if (crowded && !pinned.has(seq)) going.push(seq)
    else kept = time
  }
  return going
}

function spanFor(steps: readonly { until: number; keepOnePer: number }[], value: number): number {
  return steps.find(({ until }) => value < until)?.keepOnePer ?? 0
}
