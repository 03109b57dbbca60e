import { join } from 'node:path'

import Sqlite from 'better-sqlite3'

import { NewestFirst } from '#renderer/features/library/NewestFirst.ts'
import type { BenchDesktop } from './kit/desktop.ts'
import { openDesktop } from './kit/desktop.ts'
import { inFolder } from './kit/folder.ts'
import { furnishLibrary } from './kit/library.ts'
import type { Finding } from './kit/measure.ts'
import { judge, medians, timed } from './kit/measure.ts'
import { seenOnScreen } from './libraryFling.ts'

const limits = {
  // A page in the middle of a large shelf, of one of a small one. Measured 5.2 at 100,000 articles and 1.9 at 10,000: the
  // shelf is counted, and what stands before the page is skipped, in its index alone. Guards against looking at the
  // articles for either, or sorting them: that measured 8.5.
  pageLargeToSmall: 8,
  // Counting every shelf, of reading one page of the large one: a scroll asks for both. Measured 0.1 to 0.5.
  countsToPage: 2,
  // Through RPC with all that a line shows, of the bare rows of the same page, read from where they stand. Measured 13 at
  // 10,000 articles and 24 at 100,000, where a page takes 9 ms.
  pageToFloor: 45,
  // The page where a fling past 100 others stops, of a page alone: two that were under way are answered before it. Measured
  // 5.0 at 10,000 articles; 53 when every page was asked for that came into sight, which this guards against.
  flingToPage: 9,
  // On the screen of the whole program, of all lines in all frames of a fling past 9,000 pixels in a second, those without
  // words. Measured 0: what comes next is asked for before it is in view. Guards against asking too late.
  blankShare: 0.05,
  // From a jump of the scroll bar until every line in view is painted, of the same where the lines are known. Measured 4 at
  // 10,000 articles and 18 at 100,000, 0.14 s on a busy machine: a page from core, against no more than a frame.
  jumpToKnown: 36,
}

const pageSize = 100
/** Pages that a fling passes before core has answered one. */
const flung = 100

/** Pages of the list and counts of the shelves, through RPC, as the window asks for them; and what it shows when flung. */
export async function run({ quick }: { quick: boolean }): Promise<Finding> {
  const articles = quick ? 10_000 : 100_000
  return judge({ ...(await answers(articles, quick)), ...(await onScreen(articles, quick)) }, limits)
}

async function onScreen(articles: number, quick: boolean): Promise<Record<string, number>> {
  const { blankShare, jump, jumpAgain } = await seenOnScreen(articles, quick)
  return { blankShare, jumpToKnown: jump / jumpAgain, jumpMs: jump, knownJumpMs: jumpAgain }
}

function answers(articles: number, quick: boolean): Promise<Record<string, number>> {
  return inFolder((large) =>
    inFolder(async (small) => {
      furnishLibrary(large, articles)
      furnishLibrary(small, 500)
      const [many, few] = [await openDesktop(large), await openDesktop(small)]
      const beside = new Sqlite(join(large, 'library.db'), { readonly: true })
      const bare = beside.prepare(
        'SELECT id, slug, headline, excerpt, kind, column_id, status, updated_at FROM articles WHERE rowid > ? LIMIT ?',
      )
      const page = ({ window }: typeof many, offset: number) =>
        timed(() => window.call.articles.list({ view: 'mine', offset, limit: pageSize }))
      const somewhere = (round: number) => Math.floor((articles / 2) * (1 + (round % 7) / 8))
      try {
        const ms = await medians(quick ? 30 : 60, 5, {
          large: (round) => page(many, somewhere(round)),
          small: (round) => page(few, 100 + (round % 3) * 100),
          counts: () => timed(() => many.window.call.articles.counts({})),
          fling: (round) => timed(() => fling(many, somewhere(round))),
          floor: (round) => timed(() => bare.all(somewhere(round), pageSize)),
        })
        return {
          pageLargeToSmall: ms.large / ms.small,
          countsToPage: ms.counts / ms.large,
          pageToFloor: ms.large / ms.floor,
          flingToPage: ms.fling / ms.large,
          articles,
          pageMs: ms.large,
          smallPageMs: ms.small,
          countsMs: ms.counts,
          flingMs: ms.fling,
          floorMs: ms.floor,
        }
      } finally {
        beside.close()
        await many.core.close()
        await few.core.close()
      }
    }),
  )
}

/** Asks for page after page as useRows does, each given up for the next, until the last one is there. */
async function fling({ window }: BenchDesktop, from: number): Promise<void> {
  const line = new NewestFirst(2)
  const page = (offset: number, signal: AbortSignal) =>
    line.make(signal, () => window.call.articles.list({ view: 'mine', offset, limit: pageSize }))
  for (let passed = 0; passed < flung; passed += 1) {
    const controller = new AbortController()
    page(from + passed * pageSize, controller.signal).catch(() => undefined)
    controller.abort()
  }
  await page(from + flung * pageSize, new AbortController().signal)
}
