import { longestRun } from './longestRun.ts'

/** Of the members that both orders share, as many as possible that stand in the same order in both; the rest has moved. */
export function steady<T>(before: readonly T[], after: readonly T[]): Set<T> {
  const places = new Map(before.map((member, place) => [member, place]))
  const shared = after.flatMap((member) => {
    const place = places.get(member)
    return place === undefined ? [] : [{ member, place }]
  })
  const run = longestRun(shared.map(({ place }) => place))
  return new Set(shared.filter((_, index) => run.has(index)).map(({ member }) => member))
}
