import type { RevisionId } from '../domain/ids.ts'

/**
 * The graph of an article's revisions. What is asked of it depends on parents alone and never on time; answers are
 * sorted by id, so that every desktop and the desk get the same ones in the same order.
 */
export type ParentsOf = (id: RevisionId) => readonly RevisionId[]

/** `ids` with everything that they stand on. */
export function lineOf(ids: Iterable<RevisionId>, parentsOf: ParentsOf): Set<RevisionId> {
  const line = new Set<RevisionId>()
  const open = [...ids]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (line.has(id)) continue
    line.add(id)
    open.push(...parentsOf(id))
  }
  return line
}

/** Those of `ids` that none of the others continues. */
export function headsOf(ids: Iterable<RevisionId>, parentsOf: ParentsOf): RevisionId[] {
  const all = new Set(ids)
  const continued = lineOf([...all].flatMap(parentsOf), parentsOf)
  return [...all].filter((id) => !continued.has(id)).toSorted()
}

/** The latest revisions that both lines stand on; more than one where two people merged the same work crosswise. */
export function commonHeads(left: RevisionId, right: RevisionId, parentsOf: ParentsOf): RevisionId[] {
  const behind = lineOf([right], parentsOf)
  return headsOf(
    [...lineOf([left], parentsOf)].filter((id) => behind.has(id)),
    parentsOf,
  )
}
