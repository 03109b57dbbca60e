import type { Stream } from './stream.ts'
import type { Token } from './tokens.ts'
import { isHead, isSameRun } from './tokens.ts'

/** The base's tokens from `from` up to `to` became `tokens`. Nothing is taken out where both are the same. */
export interface Hunk {
  from: number
  to: number
  tokens: readonly Token[]
}

export function hunksOf(length: number, { tokens, match }: Pick<Stream, 'tokens' | 'match'>): Hunk[] {
  const hunks: Hunk[] = []
  let from = 0
  let at = 0
  for (let index = 0; index <= length; index += 1) {
    const place = index === length ? tokens.length : (match[index] ?? -1)
    if (place < 0) continue
    if (index > from || place > at) hunks.push({ from, to: index, tokens: tokens.slice(at, place) })
    from = index + 1
    at = place + 1
  }
  return hunks
}

const inserts = ({ from, to }: Hunk): boolean => from === to
const deletes = ({ tokens }: Hunk): boolean => tokens.length === 0
export const isSameHunk = (a: Hunk, b: Hunk): boolean =>
  a.from === b.from && a.to === b.to && isSameRun(a.tokens, b.tokens)
/** Enter was pressed, and nothing else. */
export const isSplit = ({ from, to, tokens }: Hunk): boolean => from === to && tokens.every(isHead)

/**
 * Whether two changes are of the same place, so that taking both would make words that nobody wrote. They are when they
 * overlap, and when they touch in the middle of a sentence.
 */
export function collide(base: readonly Token[], a: Hunk, b: Hunk): boolean {
  if (isSameHunk(a, b) || (deletes(a) && deletes(b))) return false
  const [first, second] = a.from < b.from || (a.from === b.from && a.to <= b.to) ? [a, b] : [b, a]
  if (first.to < second.from) return false
  if (inserts(first) && inserts(second)) return insertsCollide(base, first, second)
  if (inserts(first)) return touch(base, first.from, first, second)
  if (first.to === second.from) return touch(base, second.from, first, second)
  return !((isSplit(first) && deletes(second)) || (isSplit(second) && deletes(first)))
}

/** Both put something in at one place. */
function insertsCollide(base: readonly Token[], a: Hunk, b: Hunk): boolean {
  if (isHead(a.tokens[0]) || isHead(b.tokens[0])) return false
  return !(isBorder(base, a.from) && isClosed(a.tokens) && isClosed(b.tokens))
}

/** `first` ends where `second` begins; one of them at most only puts something in. */
function touch(base: readonly Token[], place: number, first: Hunk, second: Hunk): boolean {
  if (isSplit(first) || isSplit(second)) return false
  if (inserts(second) && !isHead(second.tokens[0]) && endsLine(base, place)) return takesLine(base, first)
  return !(isBorder(base, place) || endsLine(base, place))
}

/** Whether the line that the hunk ends in is taken out with its beginning. */
function takesLine(base: readonly Token[], { from, to }: Hunk): boolean {
  return base.slice(from, to).some(isHead)
}

const endsLine = (base: readonly Token[], place: number): boolean => place === base.length || isHead(base[place])

/** Between two sentences, or at the beginning of a line. */
const isBorder = (base: readonly Token[], place: number): boolean => isClosed(base.slice(Math.max(0, place - 4), place))

/** Ends with a whole sentence. Nothing at all does too. */
export function isClosed(tokens: readonly Token[]): boolean {
  const last = tokens.findLast(({ key }) => key.trim() !== '' && !closing.test(key))
  return last === undefined ? tokens.length === 0 : isHead(last) || sentenceEnd.test(last.key)
}

const closing = /^[”’"'」』）)\]]+$/
const sentenceEnd = /^[。！？!?.…]+$|^\0br$/

/** Changes of the same place, and where it begins and ends in the base. */
export interface Cluster {
  from: number
  to: number
  left: Hunk[]
  right: Hunk[]
}

/** Which hunks collide, directly or through others. Both lists are in the order of their places. */
export function clustersOf(
  base: readonly Token[],
  left: readonly Hunk[],
  right: readonly Hunk[],
  colliding: typeof collide,
): Cluster[] {
  const all = [
    ...left.map((hunk) => ({ hunk, side: 'left' as const })),
    ...right.map((hunk) => ({ hunk, side: 'right' as const })),
  ].toSorted((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to)
  const clusters = new Map<Hunk, Cluster>()
  const last: Partial<Record<'left' | 'right', Hunk>> = {}
  for (const { hunk, side } of all) {
    const other = last[side === 'left' ? 'right' : 'left']
    last[side] = hunk
    if (other === undefined || !colliding(base, hunk, other)) continue
    const cluster = clusters.get(other) ?? { from: other.from, to: other.to, left: [], right: [] }
    cluster.from = Math.min(cluster.from, hunk.from)
    cluster.to = Math.max(cluster.to, hunk.to)
    const earlier = clusters.get(hunk)
    const [ours, theirs] = side === 'left' ? [hunk, other] : [other, hunk]
    if (!cluster.left.includes(ours)) cluster.left.push(ours)
    if (!cluster.right.includes(theirs)) cluster.right.push(theirs)
    for (const member of earlier === undefined ? [] : [...earlier.left, ...earlier.right]) clusters.set(member, cluster)
    clusters.set(hunk, cluster)
    clusters.set(other, cluster)
  }
  return [...new Set(clusters.values())]
}

/** A split whose whole line the other side took out leaves nothing to split. */
export function outlived(base: readonly Token[], hunk: Hunk, others: readonly Hunk[]): boolean {
  if (!isSplit(hunk)) return true
  return !others.some(
    ({ from, to }) =>
      from < hunk.from && hunk.from < to && endsLine(base, to) && base.slice(from, hunk.from).some(isHead),
  )
}
