import { align } from '#shared/document/merge/align.ts'
import { segment } from '#shared/document/merge/segment.ts'

/**
 * Where a place in `before` is in `after`: it stays between the same characters as long as those stay, whatever was
 * written on either side of them. Where something was put in right there, it stays behind the character before it.
 */
export function mapOffset(before: string, after: string, offset: number): number {
  const [pieces, others] = [segment(before), segment(after)]
  const [starts, otherStarts] = [startsOf(pieces), startsOf(others)]
  let [from, at] = [0, 0]
  let [to, till] = [before.length, after.length]
  for (const [index, other] of align(pieces, others).entries()) {
    if (other < 0) continue
    const [start, end] = [starts[index] ?? 0, starts[index + 1] ?? before.length]
    if (end <= offset) [from, at] = [end, otherStarts[other + 1] ?? after.length]
    else {
      ;[to, till] = start < offset ? [end, otherStarts[other + 1] ?? after.length] : [start, otherStarts[other] ?? 0]
      break
    }
  }
  return at + mapInside(before.slice(from, to), after.slice(at, till), offset - from)
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
