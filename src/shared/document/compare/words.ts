import { diffArrays } from 'diff'

import type { Line, Look } from './line.ts'
import { plainLine } from './line.ts'

export type PieceKind = 'same' | 'removed' | 'added' | 'restyled'

/** A run of words and what became of it. `restyled`: the same words in another look, shown in the new one. */
export interface Piece {
  text: string
  kind: PieceKind
  look: Look
}

/**
 * Two lines as one run of pieces: those that are not `added` read as the old line, those that are not `removed` as the
 * new one.
 */
export function compareLines(before: Line, after: Line): Piece[] {
  const pieces: Piece[] = []
  let [left, right] = [0, 0]
  for (const { kind, length } of compareWords(before.text, after.text)) {
    if (kind === 'same') pieces.push(...sameWords(before, left, after, right, length))
    else if (kind === 'removed') pieces.push(...cut(before, left, length, kind))
    else pieces.push(...cut(after, right, length, kind))
    if (kind !== 'added') left += length
    if (kind !== 'removed') right += length
  }
  return joined(pieces)
}

export const compareStrings = (before: string, after: string): Piece[] =>
  compareLines(plainLine(before), plainLine(after))

interface Stretch {
  kind: 'same' | 'removed' | 'added'
  /** UTF-16 units. */
  length: number
}

/** Words that differ in so many places are another text: finding more in common takes long and helps nobody. */
const mostEdits = 2000
/** What two lines share counts for nothing below this part of the longer one: the rest would be confetti. */
const leastShared = 1 / 5

function compareWords(before: string, after: string): Stretch[] {
  if (before === after) return stretches([{ kind: 'same', length: after.length }])
  const [left, right] = [words(before), words(after)]
  const least = leastShared * Math.max(before.length, after.length)
  const found = commonCharacters(left, right) < least ? null : differences(left, right)
  const shared = (found ?? []).reduce((sum, { kind, length }) => (kind === 'same' ? sum + length : sum), 0)
  return stretches(found === null || shared < least ? replaced(before, after) : found)
}

/** Null where there are too many. */
function differences(left: readonly string[], right: readonly string[]): Stretch[] | null {
  const start = commonLength(left, right)
  const end = commonLength(left.slice(start).toReversed(), right.slice(start).toReversed())
  const middle = diffArrays(left.slice(start, left.length - end), right.slice(start, right.length - end), {
    maxEditLength: mostEdits,
  })
  if (middle === undefined) return null
  return [
    { kind: 'same', length: left.slice(0, start).join('').length },
    ...middle.map(({ value, added, removed }) => ({
      kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
      length: value.join('').length,
    })),
    { kind: 'same', length: left.slice(left.length - end).join('').length },
  ]
}

/** Of words that are in both, wherever they stand: more cannot be shared, and it is quickly known. */
function commonCharacters(left: readonly string[], right: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count === 0) continue
    counts.set(word, count - 1)
    common += word.length
  }
  return common
}

const stretches = (list: readonly Stretch[]): Stretch[] => list.filter(({ length }) => length > 0)

const replaced = (before: string, after: string): Stretch[] => [
  { kind: 'removed', length: before.length },
  { kind: 'added', length: after.length },
]

/** Chinese has no spaces: words are what the system's segmenter finds, so that marks do not fall inside a name. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const words = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

function commonLength(left: readonly string[], right: readonly string[]): number {
  const shorter = Math.min(left.length, right.length)
  let length = 0
  while (length < shorter && left[length] === right[length]) length += 1
  return length
}

/** A stretch of one line, cut where its look changes. */
function cut(line: Line, from: number, length: number, kind: PieceKind): Piece[] {
  return runs(line, from, length).map(({ start, end, look }) => ({ text: line.text.slice(start, end), kind, look }))
}

/** The same words on both sides, cut where either look changes. */
function sameWords(before: Line, left: number, after: Line, right: number, length: number): Piece[] {
  const old = runs(before, left, length)
  return runs(after, right, length).flatMap(({ start, end, look }) =>
    old.flatMap((run) => {
      const from = Math.max(start, run.start - left + right)
      const to = Math.min(end, run.end - left + right)
      const kind = run.look.key === look.key ? ('same' as const) : ('restyled' as const)
      return from < to ? [{ text: after.text.slice(from, to), kind, look }] : []
    }),
  )
}

function runs({ looks }: Line, from: number, length: number): { start: number; end: number; look: Look }[] {
  const found: { start: number; end: number; look: Look }[] = []
  let start = from
  for (const { end, look } of looks) {
    if (end <= start) continue
    if (start >= from + length) break
    found.push({ start, end: Math.min(end, from + length), look })
    start = end
  }
  return found
}

function joined(pieces: readonly Piece[]): Piece[] {
  const list: Piece[] = []
  for (const piece of pieces) {
    const last = list.at(-1)
    if (last?.kind === piece.kind && last.look.key === piece.look.key) last.text += piece.text
    else list.push({ ...piece })
  }
  return list
}
