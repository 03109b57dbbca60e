import type { SearchIndex } from '#core/search/index/SearchIndex.ts'
import { noFilters } from '#shared/contract/search.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { Invented } from './library.ts'

export const kinds = ['one', 'two', 'four', 'absent'] as const
export type Kind = (typeof kinds)[number]

/** Asks the index, each time as somebody who has asked nothing before. */
export function finder({ handlers }: SearchIndex, me: PersonId) {
  let question = 0
  return (words: string, limit: number) =>
    handlers.find({
      asker: 'bench',
      question: (question += 1),
      me,
      text: words,
      filters: noFilters,
      offset: 0,
      limit,
    })
}

/** Words that stand in the articles, the frequent and the rare ones in turn; and some that stand in none. */
export function ask(text: Invented, kind: Kind, round: number): string {
  const word = (rank: number) => text.word(rank).padEnd(2, text.word(rank + 1))
  const rank = 10 + 6 * Math.floor(1.18 ** (round % 35))
  if (kind === 'one') return word(rank).slice(0, 1)
  if (kind === 'two') return word(rank).slice(0, 2)
  if (kind === 'four') return word(round % 6) + word((round % 7) + 6)
  return `${word(rank)}${word(rank + 1)}${String.fromCodePoint(0x9f00 + round)}`
}
