import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import { emptyContent, maxBlocks } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { paragraph } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleFields } from '#shared/domain/fields.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import { Articles } from '#core/articles/service.ts'
import type { CoreContext } from '#core/context.ts'
import type { Database } from '#core/db/database.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { silentLogger } from '#shared/log.ts'
import { put } from '#core/testing/articles.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { putRevision } from '#core/revisions/repository.ts'
import { Compaction } from './compaction.ts'
import { Drafts } from './drafts.ts'
import { findDraft, replaceDraft, setBase } from './repository.ts'

let dataDir: string
let db: Database
let drafts: Drafts
let articles: Articles
let changed: ArticleId[]
let postponed: (() => void)[]

/** A library as it is after a start: nothing in memory. */
function start(): void {
  db = openDatabase(join(dataDir, 'library.db'), silentLogger)
  changed = []
  postponed = []
  const emit: CoreContext['emit'] = (name, payload) => {
    if (name === 'articles.changed')
      changed.push(z.object({ articleId: z.custom<ArticleId>() }).parse(payload).articleId)
  }
  const context: CoreContext = { db, dataDir, clock: () => new Date('2026-03-05T08:00:00Z'), log: silentLogger, emit }
  const compaction = new Compaction(context, (work) => {
    postponed.push(work)
    return () => {}
  })
  drafts = new Drafts(context, compaction)
  compaction.start((articleId) => drafts.find(articleId))
  articles = new Articles(context, drafts)
}

function restart(): void {
  db.close()
  start()
}

beforeEach(() => {
  dataDir = temporaryFolder()
  enrolLocally(dataDir)
  start()
  onTestFinished(() => db.close())
})

const append = (articleId: ArticleId, ...ops: JournalOp[]) => drafts.append(articleId, randomUUID(), ops)
const textOf = (articleId: ArticleId) => bodyText(drafts.find(articleId)?.content.blocks ?? [])
const count = (sql: string) => db.get(z.object({ n: z.int() }), `SELECT count(*) AS n FROM ${sql}`)?.n
const long = (n: number) => paragraph(`${n} ${'长'.repeat(20_000)}`)

describe('a step of autosave', () => {
  it('is on disk when it is acknowledged', () => {
    const articleId = articles.create('original')
    const saved = append(articleId, put(paragraph('第一段')))
    expect(saved).toEqual({ version: 1, savedAt: '2026-03-05T08:00:00.000Z' })
    restart()
    expect(textOf(articleId)).toBe('第一段')
    expect(drafts.find(articleId)?.version).toBe(1)
  })

  it('counts once, however often it is sent', () => {
    const articleId = articles.create('original')
    const step = randomUUID()
    const block = paragraph('一次')
    const first = drafts.append(articleId, step, [put(block)])
    append(articleId, { op: 'remove', id: block.$.id })
    expect(drafts.append(articleId, step, [put(block)])).toEqual(first)
    expect(textOf(articleId)).toBe('')
    expect(count('journal')).toBe(2)
  })

  it('comes whole or not at all when the disk is full, and is taken when there is space again', () => {
    const articleId = articles.create('original')
    append(articleId, put(paragraph('留住')))
    db.pragma('max_page_count = 1')
    const step = randomUUID()
    const big = [put(long(1)), put(long(2))]
    expect(() => drafts.append(articleId, step, big)).toThrow(expect.objectContaining({ code: 'disk_full' }))
    expect(textOf(articleId)).toBe('留住')
    db.pragma('max_page_count = 1000000')
    expect(drafts.append(articleId, step, big).version).toBe(2)
  })

  it('is refused for an article that is not there or does not belong to this person', () => {
    expect(() => append(newArticleId(), put(paragraph('x')))).toThrow(expect.objectContaining({ code: 'not_found' }))
    const articleId = articles.create('original')
    articles.bin(articleId)
    expect(() => append(articleId, put(paragraph('x')))).toThrow(expect.objectContaining({ code: 'wrong_state' }))
  })

  it('never makes an article that could not be opened again', () => {
    const many = Array.from({ length: maxBlocks }, (_, n) => paragraph(String(n)))
    const articleId = articles.add({ ...emptyContent, blocks: many })
    expect(() => append(articleId, put(paragraph('一段太多')))).toThrow(expect.objectContaining({ code: 'too_large' }))
    restart()
    expect(drafts.find(articleId)?.content.blocks).toHaveLength(maxBlocks)
  })

  it('shows in the lists at once, and tells the windows only when it does', () => {
    const articleId = articles.create('original')
    changed = []
    append(articleId, { op: 'fields', fields: { headline: '新标题' } }, put(paragraph('开头')))
    expect(articles.list('mine', 0, 1).rows[0]).toMatchObject({ headline: '新标题', excerpt: '开头' })
    expect(changed).toEqual([articleId])
    const [first] = drafts.find(articleId)?.content.blocks ?? []
    append(articleId, put(paragraph('很'.repeat(200)), first))
    changed = []
    const blocks = drafts.find(articleId)?.content.blocks ?? []
    append(articleId, put(paragraph('远在后面的一段'), blocks[1]))
    expect(changed).toEqual([])
  })
})

describe('steps that were typed on a text that is no longer there', () => {
  const at = '2026-03-05T08:00:00.000Z'
  const replaced = (articleId: ArticleId) => {
    const content = { ...emptyContent, blocks: [paragraph('别处写的')] }
    const version = (findDraft(db, articleId)?.version ?? 0) + 1
    transaction(db, (tx) => replaceDraft(tx, articleId, version, JSON.stringify(content), at))
    return version
  }

  it('are refused, and those typed on what replaced it are taken', () => {
    const articleId = articles.create('original')
    const base = append(articleId, put(paragraph('这里写的'))).version
    const version = replaced(articleId)
    const late = () => drafts.append(articleId, randomUUID(), [put(paragraph('晚到的'))], base)
    expect(late).toThrow(expect.objectContaining({ code: 'stale_revision' }))
    expect(textOf(articleId)).toBe('别处写的')
    expect(drafts.append(articleId, randomUUID(), [put(paragraph('接着写'))], version).version).toBe(version + 1)
  })

  it('are refused when another window has written in the body since, and not for a new headline', () => {
    const articleId = articles.create('original')
    const first = append(articleId, put(paragraph('开头'))).version
    const step = (op: JournalOp, base: number) => drafts.append(articleId, randomUUID(), [op], base)
    const renamed = step({ op: 'fields', fields: { headline: '新标题' } }, first).version
    expect(step(put(paragraph('这一窗')), first).version).toBe(renamed + 1)
    expect(() => step(put(paragraph('那一窗')), renamed)).toThrow(expect.objectContaining({ code: 'stale_revision' }))
    expect(step(put(paragraph('看过再写')), renamed + 1).version).toBe(renamed + 2)
  })

  it('are refused when another window has written in the same title line since, and not in another', () => {
    const articleId = articles.create('original')
    const first = append(articleId, { op: 'fields', fields: { headline: '题' } }).version
    const step = (fields: Partial<ArticleFields>, base: number) =>
      drafts.append(articleId, randomUUID(), [{ op: 'fields', fields }], base)
    expect(step({ headline: '这一窗的题' }, first).version).toBe(first + 1)
    expect(step({ kicker: '另一窗的引题' }, first).version).toBe(first + 2)
    expect(() => step({ headline: '另一窗的题' }, first)).toThrow(expect.objectContaining({ code: 'stale_revision' }))
  })

  it('are answered as before, when they had been saved before it was replaced', () => {
    const articleId = articles.create('original')
    const step = randomUUID()
    const saved = drafts.append(articleId, step, [put(paragraph('这里写的'))], 0)
    replaced(articleId)
    expect(drafts.append(articleId, step, [put(paragraph('这里写的'))], 0)).toEqual(saved)
  })

  it('are not told from others by a new name and a submission', () => {
    const articleId = articles.create('original')
    const base = append(articleId, put(paragraph('开头'))).version
    articles.rename(articleId, '改名')
    transaction(db, (tx) => {
      const frozen = putRevision(tx, { articleId, parents: [], content: emptyContent }, at)
      setBase(tx, articleId, frozen, base + 1)
    })
    expect(drafts.append(articleId, randomUUID(), [put(paragraph('再写'))], base).version).toBe(base + 2)
  })
})

describe('folding the journal', () => {
  it('happens after the answer, keeps every word and lets go of the steps', () => {
    const articleId = articles.create('original')
    for (let n = 0; n < 5; n += 1) append(articleId, put(long(n)))
    expect(count('journal WHERE ops IS NOT NULL')).toBe(5)
    expect(postponed).toHaveLength(1)
    const before = textOf(articleId)
    for (const work of postponed) work()
    expect(count('journal WHERE ops IS NOT NULL')).toBe(0)
    restart()
    expect(textOf(articleId)).toBe(before)
    append(articleId, put(paragraph('继续')))
    expect(drafts.find(articleId)?.version).toBe(6)
  })

  it('still knows a step that is sent again afterwards', () => {
    const articleId = articles.create('original')
    const step = randomUUID()
    const first = drafts.append(articleId, step, [put(long(0))])
    for (let n = 1; n < 5; n += 1) append(articleId, put(long(n)))
    for (const work of postponed) work()
    expect(drafts.append(articleId, step, [put(long(0))])).toEqual(first)
    expect(drafts.find(articleId)?.content.blocks).toHaveLength(5)
  })

  it('is taken up again after a crash', () => {
    const articleId = articles.create('original')
    for (let n = 0; n < 5; n += 1) append(articleId, put(long(n)))
    restart()
    expect(postponed).toHaveLength(1)
    for (const work of postponed) work()
    expect(count('journal WHERE ops IS NOT NULL')).toBe(0)
  })

  it('writes ever less often as the article grows', () => {
    const articleId = articles.create('original')
    let foldings = 0
    for (let n = 0; n < 64; n += 1) {
      append(articleId, put(long(n)))
      foldings += postponed.length
      for (const work of postponed.splice(0)) work()
    }
    // 64 steps of 20 KB with a floor of 64 KB: at 4, 8, 16, 32 and 64 steps or so.
    expect(foldings).toBeLessThanOrEqual(6)
    expect(foldings).toBeGreaterThanOrEqual(4)
  })
})

describe('memory', () => {
  it('holds a few drafts only, and any of them opens right', () => {
    const ids = Array.from({ length: 20 }, () => articles.create('original'))
    for (const [n, id] of ids.entries()) append(id, put(paragraph(`稿件 ${n}`)))
    for (const [n, id] of ids.entries()) expect(textOf(id)).toBe(`稿件 ${n}`)
  })

  it('is not believed over the disk', () => {
    const articleId = articles.create('original')
    append(articleId, put(paragraph('盘上')))
    transaction(db, (tx) => tx.run(`UPDATE journal SET ops = '[{"op":"nonsense"}]'`))
    restart()
    expect(() => drafts.find(articleId)).toThrow(expect.objectContaining({ code: 'database_damaged' }))
  })
})
