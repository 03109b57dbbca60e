import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import type { Block } from '#shared/document/blocks.ts'
import { paragraph } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { Articles } from '#core/articles/service.ts'
import type { CoreContext } from '#core/context.ts'
import type { Database } from '#core/db/database.ts'
import { openDatabase } from '#core/db/open.ts'
import { Compaction } from '#core/journal/compaction.ts'
import { Drafts } from '#core/journal/drafts.ts'
import { put } from '#core/testing/articles.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { Timers } from '#core/testing/timers.ts'
import { pointContent, pointsOf } from './repository.ts'
import { WritingPoints } from './writingPoints.ts'

const second = 1000
const minute = 60 * second

let dataDir: string
let db: Database
let timers: Timers
let drafts: Drafts
let articles: Articles
let points: WritingPoints
let jump: number

function start(): void {
  db = openDatabase(join(dataDir, 'library.db'), silentLogger)
  timers = new Timers()
  const clock = () => new Date(Date.parse('2026-03-05T08:00:00Z') + timers.now + jump)
  const context: CoreContext = { db, dataDir, clock, log: silentLogger, emit: () => {} }
  drafts = new Drafts(context, new Compaction(context, () => () => {}))
  points = new WritingPoints(context, drafts, timers.after)
  articles = new Articles(context, drafts)
}

beforeEach(() => {
  jump = 0
  dataDir = temporaryFolder()
  enrolLocally(dataDir)
  start()
  onTestFinished(() => db.close())
})

const type = (articleId: ArticleId, block: Block) => drafts.append(articleId, randomUUID(), [put(block)])
const textsOf = (articleId: ArticleId) =>
  pointsOf(db, articleId).map((point) => bodyText(pointContent(db, point).blocks))

describe('a point of writing', () => {
  it('is made when nothing was typed for half a minute, and not before', () => {
    const articleId = articles.create('original')
    const block = paragraph('一')
    type(articleId, block)
    timers.pass(20 * second)
    type(articleId, { ...block, children: paragraph('一二').children })
    timers.pass(20 * second)
    expect(textsOf(articleId)).toEqual([])
    timers.pass(10 * second)
    expect(textsOf(articleId)).toEqual(['一二'])
    timers.pass(60 * minute)
    expect(textsOf(articleId)).toHaveLength(1)
  })

  it('is made every five minutes for those who never pause', () => {
    const articleId = articles.create('original')
    for (let n = 0; n < 40; n += 1) {
      type(articleId, paragraph(String(n)))
      timers.pass(20 * second)
    }
    expect(textsOf(articleId)).toHaveLength(2)
  })

  it('keeps the text that the first word of the day is typed on, when no point shows it', () => {
    const articleId = articles.create('original')
    type(articleId, paragraph('昨天'))
    db.close()
    start()
    type(articleId, paragraph('今天'))
    timers.pass(0)
    expect(textsOf(articleId)).toEqual(['昨天'])
    timers.pass(minute)
    expect(textsOf(articleId)).toEqual(['昨天', '今天\n昨天'])
  })

  it('keeps what a single step takes away', () => {
    const articleId = articles.create('original')
    const long = paragraph('长'.repeat(300))
    type(articleId, long)
    drafts.append(articleId, randomUUID(), [{ op: 'remove', id: long.$.id }])
    timers.pass(0)
    expect(textsOf(articleId)).toEqual(['长'.repeat(300)])
  })

  it('is made of what is unfinished when the program is closed', () => {
    const articleId = articles.create('original')
    type(articleId, paragraph('没写完'))
    points.finish()
    expect(textsOf(articleId)).toEqual(['没写完'])
  })

  it('costs the word nothing when it cannot be made', () => {
    const articleId = articles.create('original')
    const words = randomBytes(20_000).toString('hex')
    type(articleId, paragraph(words))
    db.pragma('max_page_count = 1')
    timers.pass(minute)
    expect(textsOf(articleId)).toEqual([])
    expect(bodyText(drafts.find(articleId)?.content.blocks ?? [])).toBe(words)
    db.pragma('max_page_count = 1000000')
  })

  it('keeps its order and every new word while the clock jumps a year either way', () => {
    const articleId = articles.create('original')
    const year = 365 * 24 * 60 * minute
    for (const [index, jumped] of [0, year, -year, 0, year].entries()) {
      jump = jumped
      type(articleId, paragraph(String(index)))
      timers.pass(minute)
    }
    expect(textsOf(articleId)).toEqual(['0', '1\n0', '2\n1\n0', '3\n2\n1\n0', '4\n3\n2\n1\n0'])
  })

  it('is thinned as more are made, and lets go of texts that nothing shows', () => {
    const articleId = articles.create('original')
    for (let n = 0; n < 150; n += 1) {
      type(articleId, paragraph(`${n}`.padEnd(40, '字')))
      timers.pass(minute)
    }
    timers.pass(3 * 24 * 60 * minute)
    type(articleId, paragraph('三天后'))
    timers.pass(minute)
    const left = textsOf(articleId)
    expect(left.length).toBeLessThan(80)
    expect(left.at(-1)).toContain('三天后')
    expect(left.at(-2)).not.toContain('三天后')
    const written = pointsOf(db, articleId).reduce((sum, { added }) => sum + added, 0)
    expect(written).toBe(150 * 40 + 3)
  })
})
