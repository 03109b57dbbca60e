/** Where a place in `before` is in `after`: it stays between the same characters as long as those stay. */
export function mapOffset(before: string, after: string, offset: number): number {
  const longest = Math.min(before.length, after.length)
  let start = 0
  while (start < longest && before[start] === after[start]) start += 1
  let end = 0
  while (end < longest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  if (offset <= start) return offset
  if (offset >= before.length - end) return offset + after.length - before.length
  return Math.min(offset, after.length - end)
}
