import { longestRun } from '../longestRun.ts'

/** One place of two lists beside each other. */
export interface Pair<T> {
  before: T | null
  after: T | null
  /** It is in both, but others passed it. */
  moved: boolean
}

/**
 * Two lists beside each other in the order of the second; what only the first has stands where it stood. Items belong
 * together by `identity`; of those that are left, by `likeness`: something that was cut and pasted is not new.
 */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  identity: (item: T) => string,
  likeness: (item: T) => string,
): Pair<T>[] {
  const partner = partners(before, after, identity, likeness)
  const both = after.flatMap((_, index) => partner.get(index) ?? [])
  const run = longestRun(both)
  const steady = both.filter((_, index) => run.has(index))
  const paired = new Set(both)
  const pairs: Pair<T>[] = []
  /** What went between two items that stayed comes before what came there. */
  const lost = (from: number, to: number) => {
    for (const [offset, item] of before.slice(from, to).entries()) {
      if (!paired.has(from + offset)) pairs.push({ before: item, after: null, moved: false })
    }
  }
  let passed = 0
  lost(0, steady[0] ?? before.length)
  for (const [index, item] of after.entries()) {
    const place = partner.get(index)
    const stayed = place !== undefined && place === steady[passed]
    const old = place === undefined ? undefined : before[place]
    pairs.push({ before: old ?? null, after: item, moved: place !== undefined && !stayed })
    if (!stayed) continue
    passed += 1
    lost(place + 1, steady[passed] ?? before.length)
  }
  return pairs
}

/** Of each place in `after` its place in `before`. */
function partners<T>(
  before: readonly T[],
  after: readonly T[],
  identity: (item: T) => string,
  likeness: (item: T) => string,
): Map<number, number> {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  const byId = new Map(before.map((item, place) => [identity(item), place]))
  for (const [index, item] of after.entries()) {
    const place = byId.get(identity(item))
    if (place === undefined) continue
    partner.set(index, place)
    taken.add(place)
  }
  const alike = new Map<string, number[]>()
  for (const [place, item] of before.entries()) {
    if (!taken.has(place)) alike.set(likeness(item), [...(alike.get(likeness(item)) ?? []), place])
  }
  for (const [index, item] of after.entries()) {
    const place = partner.has(index) ? undefined : alike.get(likeness(item))?.shift()
    if (place !== undefined) partner.set(index, place)
  }
  return partner
}
