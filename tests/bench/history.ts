import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { z } from 'zod'

import { openDatabase } from '#core/db/open.ts'
import { pack } from '#core/history/packing.ts'
import { WritingPoints } from '#core/history/writingPoints.ts'
import { Compaction } from '#core/journal/compaction.ts'
import { Drafts } from '#core/journal/drafts.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { Timers } from '#core/testing/timers.ts'
import { timelineLines } from '#renderer/features/history/lines.ts'
import { formatters } from '#renderer/i18n/formatters.ts'
import { HistoryEntry } from '#shared/contract/history.ts'
import { blockId } from '#shared/document/blocks.ts'
import { compareContents, isChanged } from '#shared/document/compare/contents.ts'
import { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { silentLogger } from '#shared/log.ts'
import { openDesktop } from './kit/desktop.ts'
import { inFolder } from './kit/folder.ts'
import type { Past } from './kit/histories.ts'
import { Histories } from './kit/histories.ts'
import type { Finding } from './kit/measure.ts'
import { judge, medians, timed } from './kit/measure.ts'
import { numbered } from './kit/text.ts'

const limits = {
  // Through RPC and in lines, of the bare rows and one check by their schema. Measured 5.5 at 5,000 points and 12 to 15 at
  // 1,000. Guards against reading a text for any line.
  timelineToFloor: 24,
  // Measured 0.2 to 0.6, because a short one has its call to pay as well. Guards against work that grows with the square.
  timelinePerPoint: 1.2,
  // A text of its steps, checked by its hash and at both ends of the wire, and compared until thirty lines can be shown; of
  // reading and checking the other text. Measured 3.9 to 7.3. Guards against reading more than two rows for a text.
  comparisonToFloor: 11,
  // Measured 0.8 to 1.2: what came before and after costs a text nothing.
  comparisonLongToShort: 1.8,
  // Measured 0.9 to 1.0: a key sets a timer, and does not look at what is kept.
  keyLongToShort: 1.8,
  // Measured 0.7 to 1.9. Guards against reading texts, and not only rows, to know what may go.
  pointLongToShort: 3,
  // A point that lets 4,000 others go at once, of a point. Measured 2.6 to 4.4, and 0.8 to 1.9 for 500.
  thinningToPoint: 7,
  // A point on disk, of its whole text, packed the same way. Measured 0.11 for 300 points and 0.06 for 60, each after a
  // rewritten paragraph of 1,000. Guards against keeping whole texts.
  bytesToWhole: 0.2,
}

const Entries = z.array(HistoryEntry)

/** Points of a history that is not long. */
const few = 20
/** As many lines as a large window shows. */
const lines = 30
/** Longer than core waits before it makes a point of what was typed. Milliseconds. */
const pause = 31_000

/**
 * An article of 100,000 characters with thousands of points, against the same with twenty: its timeline, a comparison of
 * one of its versions with the text now, a key, a point, and the thinning of all of them at once.
 */
export function run({ quick }: { quick: boolean }): Promise<Finding> {
  return inFolder(async (folder) => {
    const me = enrolLocally(folder)
    const points = quick ? 1_000 : 5_000
    const rounds = quick ? 5 : 12
    const db = openDatabase(join(folder, 'library.db'), silentLogger)
    const histories = new Histories(db, me.id)
    const written = histories.write(quick ? 60 : 300)
    const [long, short] = [histories.age(written, points), histories.age(written, few)]
    // Each can be thinned once, and grows afterwards as any long history does.
    const crowded = Array.from({ length: rounds + 1 }, () => histories.age(written, points))
    const quiet = histories.age(written, few)
    const { core, window } = await openDesktop(folder)
    const beside = new Sqlite(join(folder, 'library.db'), { readonly: true })
    try {
      const bare = beside.prepare('SELECT * FROM history_points WHERE article_id = ? ORDER BY seq')
      const snapshot = beside.prepare<[string], { content: string }>(
        'SELECT content FROM snapshots WHERE article_id = ?',
      )
      const format = formatters('zh', 'Asia/Shanghai')
      const timeline = async ({ articleId }: Past) => {
        const { entries } = await window.call.history.list({ articleId })
        return timelineLines(entries, ({ at }) => format.date(at))
      }
      const comparison = async ({ articleId, content, points: count }: Past, round: number) => {
        const before = await window.call.history.content({ articleId, text: { seq: count - (round % few) } })
        return firstLines(before.content, content)
      }
      const key = ({ articleId, content }: Past, round: number) =>
        window.call.articles.journal({ articleId, step: randomUUID(), ops: edit(content, round) })

      const { entries } = await window.call.history.list({ articleId: long.articleId })
      const seen = await medians(rounds * 3, 5, {
        timeline: () => timed(() => timeline(long)),
        timelineShort: () => timed(() => timeline(short)),
        rows: () => timed(() => [bare.all(long.articleId), Entries.parse(entries)]),
        comparison: (round) => timed(() => comparison(long, round)),
        comparisonShort: (round) => timed(() => comparison(short, round)),
        text: () => timed(() => ArticleContent.parse(JSON.parse(snapshot.get(long.articleId)?.content ?? ''))),
      })
      const typed = await medians(rounds * 20, 20, {
        long: (round) => timed(() => key(long, round)),
        short: (round) => timed(() => key(short, round)),
      })

      const timers = new Timers()
      const context = { db, dataDir: folder, clock: () => new Date(), log: silentLogger, emit: () => {} }
      const drafts = new Drafts(context, new Compaction(context, () => () => {}))
      const making = new WritingPoints(context, drafts, timers.after)
      /** What core does after a pause: the point of what was typed, and what may go for it. */
      const point = ({ articleId, content }: Past, round: number) => {
        drafts.append(articleId, randomUUID(), edit(content, round))
        return timed(() => timers.pass(pause))
      }
      const made = await medians(rounds, 1, {
        thinning: (round) => point(turn(crowded, round), round),
        point: (round) => point(turn(crowded, round), round + 1_000),
        pointShort: (round) => point(quiet, round),
      })
      making.finish()

      const bytes = beside
        .prepare('SELECT sum(length(body)) FROM history_texts WHERE article_id = ?')
        .pluck()
        .get(written.articleId) as number
      const bytesPerPoint = bytes / written.points
      const figures = {
        timelineToFloor: seen.timeline / seen.rows,
        timelinePerPoint: seen.timeline / points / (seen.timelineShort / few),
        comparisonToFloor: seen.comparison / seen.text,
        comparisonLongToShort: seen.comparison / seen.comparisonShort,
        keyLongToShort: typed.long / typed.short,
        pointLongToShort: made.point / made.pointShort,
        thinningToPoint: made.thinning / made.pointShort,
        bytesToWhole: bytesPerPoint / pack(written.content).body.length,
        points,
        timelineMs: seen.timeline,
        timelineFloorMs: seen.rows,
        comparisonMs: seen.comparison,
        comparisonFloorMs: seen.text,
        keyMs: typed.long,
        pointMs: made.point,
        pointShortMs: made.pointShort,
        thinningMs: made.thinning,
        bytesPerPoint,
      }
      return judge(figures, limits)
    } finally {
      beside.close()
      db.close()
      await core.close()
    }
  })
}

/** What the comparison of two versions shows first. */
const firstLines = (before: ArticleContent, after: ArticleContent) =>
  compareContents(before, after)
    .blocks.filter(isChanged)
    .slice(0, lines)
    .map(({ parts }) => parts)

/** The paragraph in the middle, with other words. */
function edit({ blocks }: ArticleContent, round: number): JournalOp[] {
  const at = Math.floor(blocks.length / 2)
  const [before, own] = blocks.slice(at - 1, at + 1).map(blockId)
  return [{ op: 'put', after: before ?? null, block: numbered(round, own) }]
}

function turn(pasts: readonly Past[], round: number): Past {
  const past = pasts[round % pasts.length]
  if (past === undefined) throw new Error('no history')
  return past
}
