/**
 * Of the members that both orders share, as many as possible that stand in the same order in both: a longest increasing
 * subsequence. Everything else has moved.
 */
export function steady<T>(before: readonly T[], after: readonly T[]): Set<T> {
  const places = new Map(before.map((member, index) => [member, index]))
  const shared = after.filter((member) => places.has(member))
  const place = (index: number): number => places.get(shared[index] as T) ?? -1

  /** tails[n]: index of the lowest end of an increasing run of n + 1 members. */
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  for (let index = 0; index < shared.length; index += 1) {
    const length = firstAtLeast(tails, place, place(index))
    previous[index] = tails[length - 1]
    tails[length] = index
  }

  const run = new Set<T>()
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) run.add(shared[index] as T)
  return run
}

function firstAtLeast(tails: readonly number[], place: (index: number) => number, wanted: number): number {
  let low = 0
  let high = tails.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (place(tails[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
