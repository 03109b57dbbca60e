import { join } from 'node:path'

import { Place } from '#core/search/index/indexContract.ts'
import { SearchIndex } from '#core/search/index/SearchIndex.ts'
import { noFilters } from '#shared/contract/search.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { inFolder } from './kit/folder.ts'
import type { Invented } from './kit/library.ts'
import { furnishLibrary } from './kit/library.ts'
import type { Finding } from './kit/measure.ts'
import { judge, timed } from './kit/measure.ts'
import { openPeers } from './kit/searchPeers.ts'

const limits = {
  // LIKE reads the library to say that there is nothing: measured 0.05 at 5,000 articles, less with more of them.
  // Guards against a question that reads articles to find others.
  absentToLike: 0.3,
  // Measured 0.5 at 5,000 articles, of words that stand side by side by chance.
  fourToLike: 1.2,
  // Frequent words, of which LIKE has found 500 before it has read much: measured 4 and 9, most of it looking up which of
  // them this person may read, and the words around the first.
  twoToLike: 9,
  oneToLike: 18,
}

const kinds = ['one', 'two', 'four', 'absent'] as const
type Kind = (typeof kinds)[number]

/** From the question to the articles in their order, and the words around the first of them; the peers answer ids. */
export function run({ quick }: { quick: boolean }): Promise<Finding> {
  return inFolder(async (folder) => {
    const articles = quick ? 5_000 : 100_000
    const { me, text } = furnishLibrary(folder, articles)
    const index = new SearchIndex(folder, silentLogger)
    const peers = openPeers(join(folder, 'peers.db'), join(folder, 'library.db'))
    try {
      const buildMs = await timed(() => fill(index))
      const figures: Record<string, number> = { articles, buildMs, trigramBuildMs: peers.buildMs }
      const find = finder(index, me.id)
      for (const kind of kinds) {
        const times = { galley: [], like: [], trigram: [] } as Record<string, number[]>
        for (let round = 0; round < (quick ? 15 : 40); round += 1) {
          const words = ask(text, kind, round)
          times['galley']?.push(await timed(() => find(words, 1)))
          times['like']?.push(await timed(() => peers.like(words)))
          times['trigram']?.push(await timed(() => peers.trigram(words)))
        }
        const [galley = [], like = [], trigram = []] = Object.values(times)
        figures[`${kind}ToLike`] = at(galley, 0.5) / at(like, 0.5)
        figures[`${kind}Ms`] = at(galley, 0.5)
        figures[`${kind}P95Ms`] = at(galley, 0.95)
        figures[`${kind}LikeMs`] = at(like, 0.5)
        // It finds nothing with fewer than three characters.
        if (kind === 'four' || kind === 'absent') figures[`${kind}TrigramMs`] = at(trigram, 0.5)
      }
      figures['pageOf20Ms'] = await timed(() => find(text.word(300), 20))
      return judge(figures, limits)
    } finally {
      peers.close()
      await index.handlers.close({})
    }
  })
}

async function fill({ handlers }: SearchIndex): Promise<void> {
  let from: Place | null = null
  do from = Place.nullable().parse((await handlers.walk({ from, batch: 0 })).next)
  while (from !== null)
}

function finder({ handlers }: SearchIndex, me: PersonId) {
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
function ask(text: Invented, kind: Kind, round: number): string {
  const word = (rank: number) => text.word(rank).padEnd(2, text.word(rank + 1))
  const rank = 10 + 6 * Math.floor(1.18 ** (round % 35))
  if (kind === 'one') return word(rank).slice(0, 1)
  if (kind === 'two') return word(rank).slice(0, 2)
  if (kind === 'four') return word(round % 6) + word((round % 7) + 6)
  return `${word(rank)}${word(rank + 1)}${String.fromCodePoint(0x9f00 + round)}`
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
