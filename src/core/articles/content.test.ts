import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { emptyContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import { newArticleId, newPersonId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { putRevision } from '#core/revisions/repository.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { insertArticle } from './repository.ts'
import { listFieldsOf } from './excerpt.ts'
import { storedContent } from './content.ts'

it('takes no frozen text for what was stored that its hash does not fit', () => {
  const db = openDatabase(join(temporaryFolder(), 'library.db'), silentLogger)
  onTestFinished(() => db.close())
  const articleId = newArticleId()
  const content = { ...emptyContent, blocks: [paragraph('水位三点一五米。')] }
  const at = '2026-03-02T06:00:00.000Z'
  const revisionId = transaction(db, (tx) => {
    insertArticle(tx, { articleId, authorId: newPersonId(), list: listFieldsOf(content), at })
    return putRevision(tx, { articleId, parents: [], content }, at)
  })
  const article = { articleId, status: { state: 'inReview', revisionId, stageId: 'desk' } } as const
  expect(storedContent(db, article)).toEqual(content)
  transaction(db, (tx) => tx.run(`UPDATE revisions SET content = replace(content, '三点', '五点')`))
  expect(() => storedContent(db, article)).toThrow(expect.objectContaining({ code: 'document_invalid' }))
})
