/**
 * Which items kept their order: indexes into `places` of the longest part whose values rise. What is not in it was
 * moved. Patience sorting, O(n log n). `places` holds no value twice.
 */
export function longestRun(places: readonly number[]): Set<number> {
  /** `tails[k]`: index of the smallest value that a rising part of k + 1 items can end with. */
  const tails: number[] = []
  const before: (number | undefined)[] = []
  for (const [index, place] of places.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[tails[middle] ?? 0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    before.push(tails[low - 1])
    tails[low] = index
  }
  const run = new Set<number>()
  for (let index = tails.at(-1); index !== undefined; index = before[index]) run.add(index)
  return run
}
