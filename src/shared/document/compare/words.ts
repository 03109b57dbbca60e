import type { Line, Look } from './line.ts'
import { plainLine } from './line.ts'
import { compareWords } from './stretches.ts'

export type PieceKind = 'same' | 'removed' | 'added' | 'restyled'

/** A run of words and what became of it. `restyled`: the same words in another look. */
export interface Piece {
  text: string
  kind: PieceKind
  /** In the old line; in the new one for what was added. */
  lookBefore: Look
  /** In the new line; in the old one for what was removed. */
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

/** A stretch of one line, cut where its look changes. */
function cut(line: Line, from: number, length: number, kind: PieceKind): Piece[] {
  return runs(line, from, length).map(({ start, end, look }) => ({
    text: line.text.slice(start, end),
    kind,
    lookBefore: look,
    look,
  }))
}

/** The same words on both sides, cut where either look changes. */
function sameWords(before: Line, left: number, after: Line, right: number, length: number): Piece[] {
  const old = runs(before, left, length)
  return runs(after, right, length).flatMap(({ start, end, look }) =>
    old.flatMap((run) => {
      const from = Math.max(start, run.start - left + right)
      const to = Math.min(end, run.end - left + right)
      const kind = run.look.key === look.key ? ('same' as const) : ('restyled' as const)
      return from < to ? [{ text: after.text.slice(from, to), kind, lookBefore: run.look, look }] : []
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
    if (last !== undefined && isAlike(last, piece)) last.text += piece.text
    else list.push({ ...piece })
  }
  return list
}

const isAlike = (left: Piece, right: Piece): boolean =>
  left.kind === right.kind && left.look.key === right.look.key && left.lookBefore.key === right.lookBefore.key
