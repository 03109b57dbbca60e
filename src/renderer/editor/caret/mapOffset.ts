import { align } from '#shared/document/merge/align.ts'
import { segment } from '#shared/document/merge/segment.ts'

/**
 * Where a place in `before` is in `after`: it stays between the same characters as long as those stay, whatever was
 * written on either side of them, and goes with them where both went elsewhere. Where something was put in right there,
 * it stays behind the character before it.
 */
export function mapOffset(before: string, after: string, offset: number): number {
  const [pieces, others] = [piecesOf(before), piecesOf(after)]
  const place = inOrder(pieces, others, offset)
  const next = pieces.starts.indexOf(offset)
  const [first, second] = [pieces.texts[next - 1], pieces.texts[next]]
  if (first === undefined || second === undefined) return place
  const here = placesOfPair(pieces, first, second)
  const there = placesOfPair(others, first, second)
  return here.length === 1 && there.length === 1 ? (there[0] ?? place) : place
}

interface Pieces {
  text: string
  texts: string[]
  starts: number[]
}

function piecesOf(text: string): Pieces {
  const texts = segment(text)
  return { text, texts, starts: startsOf(texts) }
}

/** Offsets between the two, wherever they stand side by side. */
const placesOfPair = ({ texts, starts }: Pieces, first: string, second: string): number[] =>
  starts.filter((_, index) => index > 0 && texts[index - 1] === first && texts[index] === second)

/** By what kept its order. */
function inOrder(before: Pieces, after: Pieces, offset: number): number {
  let [from, at] = [0, 0]
  let [to, till] = [before.text.length, after.text.length]
  for (const [index, other] of align(before.texts, after.texts).entries()) {
    if (other < 0) continue
    const [start, end] = [before.starts[index] ?? 0, before.starts[index + 1] ?? before.text.length]
    const [otherStart, otherEnd] = [after.starts[other] ?? 0, after.starts[other + 1] ?? after.text.length]
    if (end <= offset) [from, at] = [end, otherEnd]
    else {
      ;[to, till] = start < offset ? [end, otherEnd] : [start, otherStart]
      break
    }
  }
  return at + mapInside(before.text.slice(from, to), after.text.slice(at, till), offset - from)
}

/** By what begins and ends the same. */
function mapInside(before: string, after: string, offset: number): number {
  const longest = Math.min(before.length, after.length)
  let start = 0
  while (start < longest && before[start] === after[start]) start += 1
  let end = 0
  while (end < longest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  if (offset <= start) return offset
  if (offset >= before.length - end) return offset + after.length - before.length
  return Math.min(offset, after.length - end)
}

function startsOf(pieces: readonly string[]): number[] {
  let start = 0
  return pieces.map(({ length }) => (start += length) - length)
}
