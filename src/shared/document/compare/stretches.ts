import { diffArrays } from 'diff'

/** A run of either text, or of both. */
export interface Stretch {
  kind: 'same' | 'removed' | 'added'
  /** UTF-16 units. */
  length: number
}

/** Words that differ in so many places are another text: finding more in common takes long and helps nobody. */
const mostEdits = 2000
/** What two lines share counts for nothing below this part of the longer one: the rest would be confetti. */
const leastShared = 1 / 3

/** What leads from one text to another, word by word: stretches in reading order, what went before what came. */
export function compareWords(before: string, after: string): Stretch[] {
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
  const found = middle.map(({ value, added, removed }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value.join(''),
  }))
  return [
    { kind: 'same', length: left.slice(0, start).join('').length },
    ...found.flatMap(({ kind, text }, index): Stretch[] => {
      const [before, after] = [found[index - 1], found[index + 1]]
      if (kind === 'removed' && after?.kind === 'added') return reworded(text, after.text)
      if (kind === 'added' && before?.kind === 'removed') return []
      return [{ kind, length: text.length }]
    }),
    { kind: 'same', length: left.slice(left.length - end).join('').length },
  ]
}

/**
 * Words in the place of others. Where the one is the other with characters put in, only those are marked: a segmenter
 * draws its borders elsewhere when a character is added.
 */
function reworded(before: string, after: string): Stretch[] {
  const [left, right] = [Array.from(before), Array.from(after)]
  const shorter = Math.min(left.length, right.length)
  const start = commonLength(left, right)
  const end = Math.min(shorter - start, commonLength(left.toReversed(), right.toReversed()))
  if (start + end < shorter) return replaced(before, after)
  const lengthOf = (list: readonly string[]) => list.join('').length
  return [
    { kind: 'same', length: lengthOf(left.slice(0, start)) },
    { kind: 'removed', length: lengthOf(left.slice(start, left.length - end)) },
    { kind: 'added', length: lengthOf(right.slice(start, right.length - end)) },
    { kind: 'same', length: lengthOf(left.slice(left.length - end)) },
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
