import { join } from 'node:path'

import { beforeEach, expect, it, onTestFinished } from 'vitest'

import type { Database } from '#core/db/database.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import type { DeskArticle, Receipt } from '#shared/domain/article.ts'
import { newArticleId, newPersonId, newPublicationId, RevisionId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { addReceipt, getArticle, upsertFromDesk } from './repository.ts'

let db: Database

beforeEach(() => {
  db = openDatabase(join(temporaryFolder(), 'library.db'), silentLogger)
  onTestFinished(() => db.close())
})

const articleId = newArticleId()
const authorId = newPersonId()
const revisionId = RevisionId.parse('ab'.repeat(32))
const at = '2026-03-05T08:00:00.000Z'

const signedOff: DeskArticle = {
  seq: 7,
  articleId,
  authorId,
  coWriters: [],
  writers: [],
  heads: [],
  slug: '清淤',
  headline: '青河清淤工程完工',
  columnId: null,
  kind: 'original',
  status: { state: 'signedOff', revisionId },
  verdicts: [],
  receipts: [],
  updatedAt: at,
}
const receipt: Receipt = {
  publicationId: newPublicationId(),
  articleId,
  revisionId,
  channel: 'site',
  url: 'http://news.test/a',
  publishedAt: at,
  publishedBy: authorId,
  pageHash: '0'.repeat(64),
}

const hear = (article: DeskArticle) => transaction(db, (tx) => upsertFromDesk(tx, article))
const receive = () => transaction(db, (tx) => addReceipt(tx, getArticle(tx, articleId), receipt))

it('keeps what the desk said last, when something older arrives later', () => {
  hear(signedOff)
  hear({ ...signedOff, seq: 6, headline: '旧题', status: { state: 'inReview', revisionId, stageId: 'final' } })
  expect(getArticle(db, articleId)).toMatchObject({ headline: signedOff.headline, status: signedOff.status })
})

it('shows a publication as soon as its receipt is here', () => {
  hear(signedOff)
  receive()
  expect(getArticle(db, articleId)).toMatchObject({ status: { state: 'published' }, receipts: [receipt] })
})

it('is not set back by a receipt that the desk has told of already', () => {
  hear(signedOff)
  const later: DeskArticle = { ...signedOff, seq: 9, receipts: [receipt], status: { state: 'returned', revisionId } }
  hear(later)
  receive()
  expect(getArticle(db, articleId)).toMatchObject({ status: later.status, receipts: [receipt] })
})
