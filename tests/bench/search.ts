import { join } from 'node:path'

import { Place } from '#core/search/index/indexContract.ts'
import { SearchIndex } from '#core/search/index/SearchIndex.ts'
import { silentLogger } from '#shared/log.ts'
import { inFolder } from './kit/folder.ts'
import { furnishLibrary } from './kit/library.ts'
import type { Finding } from './kit/measure.ts'
import { at, judge, timed } from './kit/measure.ts'
import { ask, finder, kinds } from './kit/searching.ts'
import { openPeers } from './kit/searchPeers.ts'
import { millionArticles } from './searchMillion.ts'

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

/** From the question to the articles in their order, and the words around the first of them; the peers answer ids. */
export function run({ quick, million }: { quick: boolean; million: boolean }): Promise<Finding> {
  return million ? millionArticles(quick) : library(quick)
}

function library(quick: boolean): Promise<Finding> {
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
