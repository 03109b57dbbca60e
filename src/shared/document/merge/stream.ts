import type { BlockId } from '../../domain/ids.ts'
import { longestRun } from '../longestRun.ts'
import type { Match } from './align.ts'
import { align, isWord } from './align.ts'
import type { Link } from './links.ts'
import type { Change, State } from './state.ts'
import { keys } from './state.ts'
import type { Token } from './tokens.ts'
import { isHead } from './tokens.ts'

/** The words of some blocks one after the other, beside those of the base. */
export interface Stream {
  tokens: Token[]
  /** Where each token of the base is now; -1 for one that is gone. Rises with the places of the base. */
  match: Match
  /** Tokens of the base that are still there, but where their order does not allow to match them. */
  moved: ReadonlyMap<number, Elsewhere>
}

export interface Elsewhere {
  at: number
  /** Still in the block that they were in; otherwise they may be others like them. */
  own: boolean
}

interface Found {
  block: BlockId
  at: number
  own: boolean
}

export const wordsOf = (state: State, ids: readonly BlockId[]): Token[] => ids.flatMap((id) => state.tokens(id))

/** The side's blocks of one place, in the order of the words of the base that they hold. */
export function streamOf(
  change: Change,
  before: readonly BlockId[],
  now: readonly BlockId[],
  links: readonly Link[],
): Stream {
  const [only] = before
  if (only !== undefined && before.length === 1 && now.length === 1 && now[0] === only) {
    const tokens = change.side.tokens(only)
    const match = change.match(only)
    return { tokens, match, moved: elsewhere(change.base.tokens(only), tokens, match) }
  }
  const baseStarts = startsOf(change.base, before)
  const found = new Map<number, Found>()
  for (const id of before) {
    const start = baseStarts.get(id) ?? 0
    for (const [index, at] of change.match(id).entries())
      if (at >= 0) found.set(start + index, { block: id, at, own: true })
  }
  const taken = new Set(Array.from(found.values(), ({ block, at }) => `${block} ${String(at)}`))
  for (const { from, to } of links) {
    const start = baseStarts.get(from)
    if (start === undefined) continue
    const lost = change.left(from).filter((index) => !found.has(start + index))
    const arrived = change.arrived(to).filter((at) => !taken.has(`${to} ${String(at)}`))
    const pick = (state: State, id: BlockId, places: readonly number[]) => {
      const all = state.tokens(id)
      return keys(places.flatMap((place) => all[place] ?? []))
    }
    for (const [n, m] of align(pick(change.base, from, lost), pick(change.side, to, arrived)).entries()) {
      const [index, at] = [lost[n], arrived[m]]
      if (index === undefined || at === undefined) continue
      found.set(start + index, { block: to, at, own: false })
      taken.add(`${to} ${String(at)}`)
    }
  }
  return monotone(change, wordsOf(change.base, before), inBaseOrder(now, found), found)
}

/** Whether it tells its place apart, as words and beginnings of lines do. */
export const holds = (token: Token | undefined): boolean => token !== undefined && (isHead(token) || isWord(token.key))

function startsOf(state: State, ids: readonly BlockId[]): Map<BlockId, number> {
  const starts = new Map<BlockId, number>()
  let start = 0
  for (const id of ids) {
    starts.set(id, start)
    start += state.tokens(id).length
  }
  return starts
}

/** A block that holds nothing of the base stands behind the one before it. */
function inBaseOrder(ids: readonly BlockId[], found: ReadonlyMap<number, { block: BlockId }>): BlockId[] {
  const first = new Map<BlockId, number>()
  for (const [index, { block }] of found) first.set(block, Math.min(index, first.get(block) ?? index))
  let last = -1
  const placed = ids.map((id) => {
    last = first.get(id) ?? last
    return { id, place: last }
  })
  return placed.toSorted((a, b) => a.place - b.place).map(({ id }) => id)
}

function monotone(
  { side }: Change,
  before: readonly Token[],
  ids: readonly BlockId[],
  found: ReadonlyMap<number, Found>,
): Stream {
  const starts = startsOf(side, ids)
  const matched = Array.from(before.keys()).flatMap((index) => {
    const place = found.get(index)
    return place === undefined ? [] : [{ ...place, index, at: (starts.get(place.block) ?? 0) + place.at }]
  })
  // Words and beginnings of lines hold the rest in place; spaces and punctuation are like one another everywhere.
  const tokens = wordsOf(side, ids)
  const held = matched.filter(({ index }) => holds(before[index]))
  const rising = longestRun(held.map(({ at }) => at))
  const match: Match = new Int32Array(before.length).fill(-1)
  const moved = new Map<number, Elsewhere>()
  let [from, next] = [0, 0]
  const fill = (to: number, till: number): void => {
    if (to === from || till === next) return
    for (const [n, m] of align(keys(before.slice(from, to)), keys(tokens.slice(next, till))).entries()) {
      if (m >= 0) match[from + n] = next + m
    }
  }
  for (const [n, { index, at, own }] of held.entries()) {
    if (!rising.has(n)) {
      moved.set(index, { at, own })
      continue
    }
    fill(index, at)
    match[index] = at
    ;[from, next] = [index + 1, at + 1]
  }
  fill(before.length, tokens.length)
  return { tokens, match, moved: new Map([...elsewhere(before, tokens, match), ...moved]) }
}

/** Words that are gone from their place and stand in another one, in the same block too. */
function elsewhere(before: readonly Token[], tokens: readonly Token[], match: Match): Map<number, Elsewhere> {
  const moved = new Map<number, Elsewhere>()
  if (!match.includes(-1)) return moved
  const stayed = new Set(match)
  const arrived = new Map<string, number>()
  for (const [at, { key }] of tokens.entries()) if (!stayed.has(at) && isWord(key)) arrived.set(key, at)
  for (const [index, at] of match.entries()) {
    const place = at < 0 ? arrived.get(before[index]?.key ?? '') : undefined
    if (place !== undefined) moved.set(index, { at: place, own: false })
  }
  return moved
}
