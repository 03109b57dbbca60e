import { align, isWord } from './align.ts'

/** Longest passage that is compared word by word to see whether it is the same. */
const longest = 400

/** Whether at least half of the words of one are in the other, in order. Where there are no words, whether all is. */
export function isMostly(lost: readonly string[], arrived: readonly string[]): boolean {
  const [before, after] = [lost.filter(isWord), arrived.filter(isWord)]
  if (before.length + after.length === 0) return lost.length > 0 && lost.join('') === arrived.join('')
  if (before.length === 0 || after.length === 0 || before.length > longest || after.length > longest) return false
  const half = Math.min(before.length, after.length) / 2
  // No more can be in order than is there at all, and that is quickly known.
  if (sharedBy(before, after) < half) return false
  return align(before, after).reduce((sum, at) => sum + (at < 0 ? 0 : 1), 0) >= half
}

function sharedBy(before: readonly string[], after: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of before) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of after) {
    const count = counts.get(word) ?? 0
    if (count === 0) continue
    counts.set(word, count - 1)
    shared += 1
  }
  return shared
}
