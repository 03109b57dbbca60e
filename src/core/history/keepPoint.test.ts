import { join } from 'node:path'

import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { ArticleContent } from '#shared/document/content.ts'
import { emptyContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { newArticleId, newPersonId } from '#shared/domain/ids.ts'
import { insertArticle } from '#core/articles/repository.ts'
import { listFieldsOf } from '#core/articles/excerpt.ts'
import type { Database } from '#core/db/database.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { putRevision } from '#core/revisions/repository.ts'
import { silentLogger } from '#shared/log.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import type { NewPoint } from './keepPoint.ts'
import { keepPoint } from './keepPoint.ts'
import { getPoint, pointContent, pointsOf } from './repository.ts'

const at = '2026-03-05T08:00:00.000Z'
const personId = newPersonId()
let db: Database
let articleId: ArticleId

beforeEach(() => {
  db = openDatabase(join(temporaryFolder(), 'library.db'), silentLogger)
  onTestFinished(() => db.close())
  articleId = newArticleId()
  transaction(db, (tx) => insertArticle(tx, { articleId, authorId: personId, list: listFieldsOf(emptyContent), at }))
})

const of = (...texts: string[]): ArticleContent => ({ ...emptyContent, blocks: texts.map((text) => paragraph(text)) })
const keep = (point: Partial<NewPoint> & Pick<NewPoint, 'content'>) =>
  transaction(db, (tx) => keepPoint(tx, { articleId, reason: 'writing', version: 1, at, personId, ...point }))
const textAt = (seq: number) => bodyText(pointContent(db, getPoint(db, articleId, seq)).blocks)
const count = (where: string) =>
  db.get(z.object({ n: z.int() }), `SELECT count(*) AS n FROM history_texts WHERE ${where}`)?.n

it('reads back what was kept, whole and as steps', () => {
  const long = of(...Array.from({ length: 50 }, (_, n) => `第${n}段`))
  const next = { ...long, blocks: [...long.blocks, paragraph('补上一段')] }
  const first = keep({ content: long })
  const second = keep({ content: next, version: 2 })
  expect(pointContent(db, getPoint(db, articleId, first))).toEqual(long)
  expect(pointContent(db, getPoint(db, articleId, second))).toEqual(next)
  expect([count('base IS NULL'), count('base IS NOT NULL')]).toEqual([1, 1])
})

it('keeps a text whole again when it has become another', () => {
  keep({ content: of('旧稿') })
  keep({ content: of('新稿'), version: 2 })
  expect(count('base IS NULL')).toBe(2)
  expect([textAt(1), textAt(2)]).toEqual(['旧稿', '新稿'])
})

it('keeps the same text once, and a revision not a second time', () => {
  const content = of('送审')
  keep({ content })
  keep({ content, version: 2, reason: 'beforeRestore' })
  const revisionId = transaction(db, (tx) => putRevision(tx, { articleId, parents: [], content }, at))
  keep({ content, version: 3, reason: 'submitted', revisionId })
  expect(count('true')).toBe(1)
  expect(textAt(3)).toBe('送审')
})

it('says how many characters were put in and taken out', () => {
  const first = of('河水清了')
  keep({ content: first })
  keep({ content: { ...first, blocks: [paragraph('河水又清了', first.blocks[0]?.$.id)] }, version: 2 })
  expect(pointsOf(db, articleId)).toMatchObject([
    { seq: 1, added: 4, removed: 0, characters: 4 },
    { seq: 2, added: 1, removed: 0, characters: 5 },
  ])
})

it('names the writing point of the same version instead of adding another', () => {
  keep({ content: of('一稿') })
  const second = of('二稿')
  keep({ content: second, version: 2 })
  keep({ content: second, version: 2, reason: 'beforeMerge' })
  expect(pointsOf(db, articleId)).toMatchObject([
    { seq: 1, reason: 'writing' },
    { seq: 2, reason: 'beforeMerge', added: 2, removed: 2 },
  ])
  keep({ content: second, version: 2, reason: 'submitted' })
  expect(pointsOf(db, articleId)).toHaveLength(3)
})

it('keeps a writing point whose words are others than those that arrive at the same version', () => {
  keep({ content: of('同事写的') })
  keep({ content: of('作者送审的'), reason: 'submitted' })
  expect([textAt(1), textAt(2)]).toEqual(['同事写的', '作者送审的'])
})

it('does not believe a damaged text, and makes the next point all the same', () => {
  keep({ content: of('完好') })
  transaction(db, (tx) => tx.run(`UPDATE history_texts SET body = x'00'`))
  expect(() => textAt(1)).toThrow(expect.objectContaining({ code: 'document_invalid' }))
  keep({ content: of('之后'), version: 2 })
  expect(textAt(2)).toBe('之后')
})

it('falls with the transaction that it belongs to', () => {
  const failing = () =>
    transaction(db, (tx) => {
      keepPoint(tx, { articleId, reason: 'beforeMerge', content: of('没有成'), version: 1, at, personId })
      throw new RangeError('the merge failed')
    })
  expect(failing).toThrow(RangeError)
  expect(pointsOf(db, articleId)).toEqual([])
})
