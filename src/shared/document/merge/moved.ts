import { longestRun } from '../longestRun.ts'
import { isWord, weightOf } from './align.ts'
import type { Stream } from './stream.ts'
import type { Token } from './tokens.ts'
import { isHead } from './tokens.ts'

/** What became of words that one side moved and the other took out where they were. */
export interface Moved {
  /** Surely the same words: gone, as both wanted them gone from there. */
  gone: Set<Token>
  /** Perhaps the same, or typed anew by chance: nothing here can tell. */
  doubtful: Token[]
}

/** Weight from which on a passage is taken to be the same one. */
const telling = 8

/**
 * A passage counts as moved when it is most of what left its place and most of what arrived in the other one, or when
 * its block is there still and only the order is another. It is in doubt when it is short, or half of one of them. A
 * phrase of a deleted sentence that somebody happens to use again elsewhere is neither.
 */
export function movedAndDeleted(base: readonly Token[], { tokens, match, moved }: Stream, other: Stream): Moved {
  const result: Moved = { gone: new Set(), doubtful: [] }
  if (moved.size === 0) return result
  const lost = stretches(base, (place) => (match[place] ?? -1) < 0)
  const stayed = new Set(match)
  const arrived = stretches(tokens, (at) => !stayed.has(at))
  const passages = new Map<string, number[]>()
  for (const [index, { at }] of [...moved].toSorted(([a], [b]) => a - b)) {
    const key = `${String(lost.of[index])} ${String(arrived.of[at])}`
    passages.set(key, [...(passages.get(key) ?? []), index])
  }
  for (const places of passages.values()) {
    const rising = longestRun(places.map((index) => moved.get(index)?.at ?? 0))
    const weight = places.reduce((sum, index, n) => sum + (rising.has(n) ? weigh(base[index]) : 0), 0)
    const first = places[0] ?? 0
    const [left, came] = [lost.weightAt(first), arrived.weightAt(moved.get(first)?.at ?? 0)]
    const isSame = weight >= telling && 2 * weight > Math.max(left, came)
    const isInDoubt = 2 * weight >= Math.min(left, came)
    for (const [n, index] of places.entries()) {
      const { at, own } = moved.get(index) ?? { at: -1, own: false }
      const token = tokens[at]
      const isDeleted = (other.match[index] ?? -1) < 0 && !other.moved.has(index)
      if (!isDeleted || token === undefined || isHead(token)) continue
      if (own || (isSame && rising.has(n))) result.gone.add(token)
      else if (isInDoubt && isWord(token.key)) result.doubtful.push(token)
    }
  }
  return result
}

const weigh = (token: Token | undefined): number => (token === undefined || isHead(token) ? 0 : weightOf(token.key))

/** Numbers the stretches of a line for which something holds, and weighs them. */
function stretches(tokens: readonly Token[], holds: (place: number) => boolean) {
  const of = new Int32Array(tokens.length)
  const weights = [0]
  for (const [place, token] of tokens.entries()) {
    if (isHead(token) || !holds(place)) weights.push(0)
    of[place] = weights.length - 1
    weights[weights.length - 1] = (weights.at(-1) ?? 0) + (holds(place) ? weigh(token) : 0)
  }
  return { of, weightAt: (place: number): number => weights[of[place] ?? 0] ?? 0 }
}
