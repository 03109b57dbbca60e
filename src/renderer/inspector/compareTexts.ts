import { diffArrays } from 'diff'

import { compareStrings } from '#shared/document/compare/words.ts'

/** A run of words inside a paragraph, and whether the other text has it too. */
export interface Run {
  text: string
  changed: boolean
}

/** One paragraph of two texts beside each other. `null`: the other text has nothing in this place. */
export interface ComparedRow {
  original: Run[] | null
  copy: Run[] | null
  same: boolean
}

export interface Comparison {
  rows: ComparedRow[]
  dropped: number
  added: number
  reworded: number
}

/**
 * Two texts beside each other, paragraph by paragraph and then word by word. White space does not count, as in the rule
 * that asks for a reason. Where paragraphs went and others came in the same place, each is taken for the rewording of
 * the other.
 */
export function compareTexts(original: string, copy: string): Comparison {
  const left = paragraphs(original)
  const right = paragraphs(copy)
  const changes = diffArrays(left, right, { comparator: (a, b) => key(a) === key(b) })
  const rows: ComparedRow[] = []
  let gone: string[] = []
  let come: string[] = []
  for (const { count, added, removed } of changes) {
    if (removed) gone = left.splice(0, count)
    else if (added) come = right.splice(0, count)
    else {
      // Each side's own spelling: paragraphs that differ in white space alone are the same.
      rows.push(...between(gone, come), ...alike(left.splice(0, count), right.splice(0, count)))
      gone = []
      come = []
    }
  }
  rows.push(...between(gone, come))
  return {
    rows,
    dropped: rows.filter((row) => row.copy === null).length,
    added: rows.filter((row) => row.original === null).length,
    reworded: rows.filter((row) => !row.same && row.original !== null && row.copy !== null).length,
  }
}

const paragraphs = (text: string): string[] => text.split('\n').filter((line) => key(line) !== '')

const key = (paragraph: string): string => paragraph.normalize('NFC').replaceAll(/\s+/g, '')

const whole = (text: string, changed: boolean): Run[] => [{ text, changed }]

const alike = (left: readonly string[], right: readonly string[]): ComparedRow[] =>
  left.map((text, index) => ({ original: whole(text, false), copy: whole(right[index] ?? text, false), same: true }))

function between(gone: readonly string[], come: readonly string[]): ComparedRow[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
    const [original, copy] = [gone[index], come[index]]
    if (original === undefined || copy === undefined) {
      return {
        original: original === undefined ? null : whole(original, true),
        copy: copy === undefined ? null : whole(copy, true),
        same: false,
      }
    }
    return { ...reworded(original, copy), same: false }
  })
}

function reworded(original: string, copy: string): { original: Run[]; copy: Run[] } {
  const runs = { original: [] as Run[], copy: [] as Run[] }
  for (const { text, kind } of compareStrings(original, copy)) {
    const run = { text, changed: kind !== 'same' }
    if (kind !== 'added') runs.original.push(run)
    if (kind !== 'removed') runs.copy.push(run)
  }
  return runs
}
