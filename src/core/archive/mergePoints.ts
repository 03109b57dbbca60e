import type { StoredPoint } from '../history/repository.ts'

/** A point, and the library whose text it shows: this one's (also for a point that both have), or the archive's. */
export interface Placed {
  from: 'here' | 'there'
  point: StoredPoint
}

/**
 * One history from two of the same article. Points that both have stand where they stood in either; between them, what
 * only one has is put in order by time, because nothing else tells. Numbers and origins are given anew. Merging the same
 * archive again gives what is there already.
 */
export function mergePoints(
  here: readonly StoredPoint[],
  there: readonly StoredPoint[],
  isSame: (here: StoredPoint, there: StoredPoint) => boolean,
): Placed[] {
  const placed: Placed[] = []
  const renumbered = { here: new Map<number, number>(), there: new Map<number, number>() }
  const place = (from: Placed['from'], point: StoredPoint): void => {
    placed.push({ from, point })
    renumbered[from].set(point.seq, placed.length)
  }
  let next = 0
  let waiting: StoredPoint[] = []
  const placeUpTo = (end: number): void => {
    byTime(here.slice(next, end), waiting, place)
    next = end
    waiting = []
  }
  for (const point of there) {
    const match = here.findIndex((other, at) => at >= next && isSame(other, point))
    if (match < 0) {
      waiting.push(point)
      continue
    }
    placeUpTo(match)
    const common = here[match]
    if (common !== undefined) place('here', common)
    renumbered.there.set(point.seq, placed.length)
    next = match + 1
  }
  placeUpTo(here.length)
  return placed.map(({ from, point }, index) => ({
    from,
    point: {
      ...point,
      seq: index + 1,
      origin: point.origin === null ? null : (renumbered[from].get(point.origin) ?? null),
    },
  }))
}

/** Two runs into one, each in its own order. */
function byTime(
  here: readonly StoredPoint[],
  there: readonly StoredPoint[],
  place: (from: Placed['from'], point: StoredPoint) => void,
): void {
  let at = 0
  for (const own of here) {
    for (let other = there[at]; other !== undefined && other.at <= own.at; other = there[at]) {
      place('there', other)
      at += 1
    }
    place('here', own)
  }
  for (const other of there.slice(at)) place('there', other)
}
