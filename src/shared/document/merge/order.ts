import { steady } from '../steady.ts'
import type { Three } from './types.ts'

/**
 * One order for everything that stands in any of the three, each once; who is gone is for the caller to leave out. What
 * a side put in or moved stands behind what precedes it on that side. Where both sides put something behind the same
 * neighbour, the side whose first id is smaller comes first; where both moved the same to different places, the earlier
 * place counts. O(n log n).
 */
export function mergeOrder<Id extends string>({ base, left, right }: Three<readonly Id[]>): Id[] {
  const places = new Map(base.map((id, place) => [id, place]))
  const leftGaps = gaps(places, left)
  const rightGaps = gaps(places, right)
  const moved = new Set([...leftGaps.placed, ...rightGaps.placed])
  const order: Id[] = []
  const done = new Set<Id>()
  const add = (id: Id): void => {
    if (done.has(id)) return
    done.add(id)
    order.push(id)
  }
  for (let place = -1; place < base.length; place += 1) {
    const id = base[place]
    if (id !== undefined && !moved.has(id)) add(id)
    mergeRuns(leftGaps.runs.get(place) ?? [], rightGaps.runs.get(place) ?? []).forEach(add)
  }
  return order
}

/** What a side put in or moved, by the place in `base` of what precedes it there; -1 is the start. */
function gaps<Id>(places: ReadonlyMap<Id, number>, side: readonly Id[]): { runs: Map<number, Id[]>; placed: Set<Id> } {
  const stays = steady([...places.keys()], side)
  const runs = new Map<number, Id[]>()
  const placed = new Set<Id>()
  let at = -1
  for (const id of side) {
    if (stays.has(id)) at = places.get(id) ?? at
    else {
      placed.add(id)
      const run = runs.get(at)
      if (run === undefined) runs.set(at, [id])
      else run.push(id)
    }
  }
  return { runs, placed }
}

/** Both runs, each in its order; members of both are where they meet. */
function mergeRuns<Id extends string>(left: readonly Id[], right: readonly Id[]): Id[] {
  if (left.length === 0 || right.length === 0) return [...left, ...right]
  const inRight = new Map(right.map((id, place) => [id, place]))
  const inLeft = new Map(left.map((id, place) => [id, place]))
  const meeting = steady(right, left)
  const merged: Id[] = []
  let [l, r] = [0, 0]
  for (const id of [...meeting, null]) {
    const leftPart = left.slice(l, id === null ? left.length : inLeft.get(id))
    const rightPart = right.slice(r, id === null ? right.length : inRight.get(id))
    merged.push(
      ...((leftPart[0] ?? '') <= (rightPart[0] ?? '') ? [...leftPart, ...rightPart] : [...rightPart, ...leftPart]),
    )
    if (id === null) break
    merged.push(id)
    l = (inLeft.get(id) ?? 0) + 1
    r = (inRight.get(id) ?? 0) + 1
  }
  return [...new Set(merged)]
}
