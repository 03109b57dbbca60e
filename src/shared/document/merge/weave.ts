import type { Cluster, Hunk } from './hunks.ts'
import { clustersOf, collide, hunksOf, isSameHunk, isSplit, outlived } from './hunks.ts'
import { glues, isGlued, isSpace } from './glue.ts'
import { Lines } from './lines.ts'
import { movedAndDeleted } from './moved.ts'
import type { Stream } from './stream.ts'
import { dressed, mergeLooks } from './style.ts'
import type { Token } from './tokens.ts'
import { isHead } from './tokens.ts'

/** A passage that both sides changed, in the words of each. */
export interface Conflict {
  kind: 'conflict'
  left: Token[]
  right: Token[]
}
export type Woven = Token | Conflict

export interface Weave {
  woven: Woven[]
  /**
   * These words cannot stand as they are woven: two would be read as one, or words of a passage that clashes also went
   * elsewhere, so that its surroundings alone cannot hold both versions.
   */
  tangled: boolean
  /** Words that one side took out and the other perhaps moved. */
  doubtful: Token[]
}

/**
 * One text from two, token by token. A token of the base stays when both kept it; what either put in is put in; where
 * both changed the same place (as `colliding` sees it), a conflict holds both versions. No token comes out twice, and
 * none is missing that both kept or one put in.
 */
export function weave(
  base: readonly Token[],
  leftStream: Stream,
  rightStream: Stream,
  colliding: typeof collide = collide,
): Weave {
  const { left, right, looks } = agreed(base, leftStream, rightStream)
  const [ours, theirs] = [hunksOf(base.length, left), hunksOf(base.length, right)]
  const clusters = clustersOf(base, ours, theirs, colliding)
  const clashing = new Set(clusters.flatMap((cluster) => [...cluster.left, ...cluster.right]))
  const moved = [movedAndDeleted(base, left, right), movedAndDeleted(base, right, left)]
  const dropped = new Set(moved.flatMap(({ gone }) => [...gone]))
  const free = (hunks: readonly Hunk[], others: readonly Hunk[]) =>
    new Map(
      hunks
        .filter((hunk) => !clashing.has(hunk) && outlived(base, hunk, others))
        .map((hunk) => ({ ...hunk, tokens: hunk.tokens.filter((token) => !dropped.has(token)) }))
        .filter(({ from, to, tokens }) => from < to || tokens.length > 0)
        .map((hunk) => [hunk.from, hunk]),
    )
  const [oursFree, theirsFree] = [free(ours, theirs), free(theirs, ours)]
  const starts = new Map(clusters.map((cluster) => [cluster.from, cluster]))
  const lines = new Lines(base, left, right)
  const woven: Woven[] = []
  let tangled = false
  const put = (token: Token, place: number, kept = false): void => {
    woven.push(...lines.before(token, place, kept))
    const [last, space] = [woven.at(-1), base[place - 1]]
    // The space between two words stays, though one side took it out before the other wrote a word there.
    if (last !== undefined && last.kind !== 'conflict' && isSpace(space) && glues(last, token)) woven.push(space)
    woven.push(token)
  }
  const insert = (place: number): void => {
    for (const token of arranged(base, oursFree.get(place), theirsFree.get(place), left, right)) put(token, place)
  }
  for (let place = 0; place <= base.length; place += 1) {
    insert(place)
    for (let cluster = starts.get(place); cluster !== undefined; cluster = starts.get(place)) {
      starts.delete(place)
      const conflict = conflictOf(cluster, { hunks: ours, stream: left }, { hunks: theirs, stream: right })
      for (let at = cluster.from; at < cluster.to; at += 1) tangled ||= left.moved.has(at) || right.moved.has(at)
      // Words at its beginning need a line to stand in, where the beginning of theirs is gone.
      const words = [conflict.left[0], conflict.right[0]].find((token) => token !== undefined && !isHead(token))
      if (words !== undefined) woven.push(...lines.before(words, place))
      lines.clash([...conflict.left, ...conflict.right])
      woven.push(conflict)
      if (cluster.to === place) break
      place = cluster.to
      insert(place)
    }
    const kept = looks[place]
    if (kept !== null && kept !== undefined) put(kept, place, true)
  }
  tangled ||= isGlued(wordsIn(woven, 'left')) || isGlued(wordsIn(woven, 'right'))
  return { woven, tangled, doubtful: moved.flatMap(({ doubtful }) => doubtful) }
}

/** The words as a version of them reads. */
export const wordsIn = (woven: readonly Woven[], side: 'left' | 'right'): Token[] =>
  woven.flatMap((item) => (item.kind === 'conflict' ? item[side] : [item]))

/** What both sides kept, as both want it to look. What they want to look differently is changed by both. */
function agreed(base: readonly Token[], leftStream: Stream, rightStream: Stream) {
  const left = { ...leftStream, match: leftStream.match.slice() }
  const right = { ...rightStream, match: rightStream.match.slice() }
  const looks = base.map((token, place) => {
    const ours = left.tokens[left.match[place] ?? -1]
    const theirs = right.tokens[right.match[place] ?? -1]
    if (ours === undefined || theirs === undefined) return null
    const look = mergeLooks({ base: token, left: ours, right: theirs })
    if (look === null) {
      left.match[place] = -1
      right.match[place] = -1
    }
    return look
  })
  return { left, right, looks }
}

interface SideOf {
  hunks: readonly Hunk[]
  stream: Stream
}

function conflictOf(cluster: Cluster, left: SideOf, right: SideOf): Conflict {
  const rendered = ({ hunks, stream }: SideOf, members: readonly Hunk[]): Token[] => {
    const own = new Map(
      hunks
        .filter((hunk) => members.includes(hunk) || (cluster.from < hunk.from && hunk.from < cluster.to))
        .map((hunk) => [hunk.from, hunk]),
    )
    const tokens: Token[] = []
    for (let place = cluster.from; place <= cluster.to; place += 1) {
      tokens.push(...(own.get(place)?.tokens ?? []))
      const kept = place < cluster.to ? stream.tokens[stream.match[place] ?? -1] : undefined
      if (kept !== undefined) tokens.push(kept)
    }
    return tokens
  }
  return { kind: 'conflict', left: rendered(left, cluster.left), right: rendered(right, cluster.right) }
}

/** What is put in at one place, in its order: words first, which belong to the line before, then lines. */
function arranged(
  base: readonly Token[],
  ours: Hunk | undefined,
  theirs: Hunk | undefined,
  left: Stream,
  right: Stream,
): readonly Token[] {
  if (ours === undefined || theirs === undefined) {
    if (ours !== undefined) return dressed(ours.tokens, around(base, ours, right))
    return theirs === undefined ? [] : dressed(theirs.tokens, around(base, theirs, left))
  }
  if (isSameHunk(ours, theirs)) return ours.tokens
  const [a, b] = [dressed(ours.tokens, around(base, ours, right)), dressed(theirs.tokens, around(base, theirs, left))]
  // Both pressed Enter at the same place: once is enough.
  if (isSplit(ours) && isSplit(theirs)) return a
  const oursFirst = theirs.from < theirs.to || (ours.from === ours.to && (!isHead(a[0]) || isHead(b[0])))
  return oursFirst ? [...a, ...b] : [...b, ...a]
}

/** The words that new ones stand between, or replace, beside what the other side made of them. */
function around(
  base: readonly Token[],
  { from, to }: Hunk,
  other: Stream,
): { base: Token; other: Token | undefined }[] {
  const places = from < to ? [from, to - 1] : [from - 1, from]
  return places.flatMap((place) => {
    const token = base[place]
    return token === undefined ? [] : [{ base: token, other: other.tokens[other.match[place] ?? -1] }]
  })
}
