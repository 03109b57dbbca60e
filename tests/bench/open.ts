import { join } from 'node:path'

import Sqlite from 'better-sqlite3'

import { enrolLocally } from '#core/testing/enrolLocally.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import { ArticleContent } from '#shared/document/content.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { openDesktop } from './kit/desktop.ts'
import { inFolder } from './kit/folder.ts'
import type { Finding } from './kit/measure.ts'
import { judge, medians, timed } from './kit/measure.ts'
import { paragraphs } from './kit/text.ts'
import { firstScreens } from './openScreen.ts'

const limits = {
  // Measured 2.4 to 3.3: the text is checked where it leaves the disk, where it leaves core and where it enters the
  // window, and is copied in between. Guards against another pass over the whole text, or one that is not linear.
  longToFloor: 5.5,
  // Measured 5.1 to 7.6: what opening costs whatever the article's length, a fraction of a millisecond on a floor that
  // has nothing of it. Guards against waiting and against work that doubles it; making the schemas of its rows with
  // each call, which it once did, measured 8.0 against 5.1 and shows in a profile only.
  shortToFloor: 13,
  // Measured 2.8 to 3.7, 0.16 s to 0.06 s: the text crosses to the window and is set whole. Guards against going through all
  // of it once more before its beginning shows.
  screenLongToShort: 5.5,
  // Measured 3.0 to 3.8: the window lays out the same elements, a third of the time. Guards against laying
  // them out twice.
  screenToFloor: 6,
}

/** More than core keeps in memory, so that each opening reads the disk. */
const copies = 10

/**
 * Opening an article: through RPC, until the window has it, where the floor reads the same stored text, parses it and
 * checks it against the schema once; and in the whole program, from the click until its first screen is painted.
 */
export async function run({ quick }: { quick: boolean }): Promise<Finding> {
  return judge({ ...(await answers(quick)), ...(await screens(quick)) }, limits)
}

async function screens(quick: boolean): Promise<Record<string, number>> {
  const { long, short, floor } = await firstScreens(quick)
  return {
    screenLongToShort: long / short,
    screenToFloor: long / floor,
    screenLongMs: long,
    screenShortMs: short,
    screenFloorMs: floor,
  }
}

function answers(quick: boolean): Promise<Record<string, number>> {
  return inFolder(async (folder) => {
    enrolLocally(folder)
    const { core, window } = await openDesktop(folder)
    const beside = new Sqlite(join(folder, 'library.db'), { readonly: true })
    try {
      const read = beside.prepare<[string], { content: string }>('SELECT content FROM snapshots WHERE article_id = ?')
      const long = await bring(window.call, 100_000)
      const short = await bring(window.call, 1_000)
      const open = (articles: ArticleId[]) => (round: number) =>
        timed(() => window.call.articles.open({ articleId: turn(articles, round) }))
      const floor = (articles: ArticleId[]) => (round: number) =>
        timed(() => ArticleContent.parse(JSON.parse(read.get(turn(articles, round))?.content ?? '')))

      // Not in one loop: the short ones would pay for the memory that the long ones leave behind.
      const ofShort = await medians(quick ? 100 : 500, 50, { core: open(short), floor: floor(short) })
      const ofLong = await medians(quick ? 30 : 100, 10, { core: open(long), floor: floor(long) })
      return {
        longToFloor: ofLong.core / ofLong.floor,
        shortToFloor: ofShort.core / ofShort.floor,
        longMs: ofLong.core,
        longFloorMs: ofLong.floor,
        shortMs: ofShort.core,
        shortFloorMs: ofShort.floor,
      }
    } finally {
      beside.close()
      await core.close()
    }
  })
}

/** Articles of that many characters, stored whole, as a file that was imported is. */
async function bring(call: CoreCalls, characters: number): Promise<ArticleId[]> {
  const text = paragraphs(characters)
    .map((block) => bodyText([block]))
    .join('\n\n')
  const bytes = new TextEncoder().encode(text)
  const articles: ArticleId[] = []
  for (let copy = 0; copy < copies; copy += 1) {
    const { articleId } = await call.articles.importFile({ fileName: `${copy}.txt`, bytes, attachments: [] })
    articles.push(articleId)
  }
  return articles
}

function turn(articles: ArticleId[], round: number): ArticleId {
  const articleId = articles[round % articles.length]
  if (articleId === undefined) throw new Error('no articles')
  return articleId
}
