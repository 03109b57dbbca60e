import fc from 'fast-check'

import type { ArticleContent } from '../content.ts'
import { emptyContent } from '../content.ts'
import { mergeChecked } from './invariants.ts'
import type { Step } from './writer.ts'
import { acts, Writer } from './writer.ts'

/** What several people did to one article: together, then each alone, then merged one after the other. */
export interface History {
  together: Step[]
  /** Two to four people offline. */
  alone: Step[][]
  /** What is done to the merged text before the next one is merged into it. */
  between: Step[]
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...acts, 'type', 'type', 'typeSentence', 'delete', 'split', 'join'),
  block: fc.nat(8),
  at: fc.nat(12),
  length: fc.nat(8),
})
const steps = (maxLength: number) => fc.array(step, { maxLength })

export const history: fc.Arbitrary<History> = fc.record({
  together: steps(14),
  alone: fc.array(steps(6), { minLength: 2, maxLength: 4 }),
  between: steps(3),
})

/** Plays the history and throws where a merge breaks a promise. */
export function playHistory({ together, alone, between }: History): void {
  const first = new Writer(0)

  const base = play(first, emptyContent, together)
  const texts = alone.map((own, index) => play(new Writer(index + 1), base, own))
  const editor = new Writer(9)
  texts.reduce((merged, text) => play(editor, mergeChecked(base, merged, text), between))
  // Two desktops that heard of the merge at different times go on from it, each in its own way.
  const [left, right] = texts
  if (left === undefined || right === undefined) return
  const merged = mergeChecked(base, left, right)
  mergeChecked(merged, play(new Writer(7), merged, between), play(new Writer(8), merged, alone[0] ?? []))
}

const play = (writer: Writer, content: ArticleContent, own: readonly Step[]): ArticleContent =>
  own.reduce((text, step) => writer.act(text, step), content)
