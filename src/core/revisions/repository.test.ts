import { join } from 'node:path'

import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import { emptyContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import type { Revision } from '#shared/document/revision.ts'
import { newArticleId, newPersonId, RevisionId } from '#shared/domain/ids.ts'
import { insertArticle } from '#core/articles/repository.ts'
import type { Database } from '#core/db/database.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { silentLogger } from '#shared/log.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { getRevision, putRevision } from './repository.ts'

let db: Database
const at = '2026-03-05T08:00:00.000Z'
const articleId = newArticleId()
const revision: Revision = { articleId, parents: [], content: { ...emptyContent, blocks: [paragraph('定稿')] } }
const store = (value: Revision) => transaction(db, (tx) => putRevision(tx, value, at))

beforeEach(() => {
  db = openDatabase(join(temporaryFolder(), 'library.db'), silentLogger)
  onTestFinished(() => db.close())
  const list = { slug: '', headline: '', excerpt: '', kind: 'original', columnId: null } as const
  transaction(db, (tx) => insertArticle(tx, { articleId, authorId: newPersonId(), list, at }))
})

describe('a revision', () => {
  it('is stored once and read as it was frozen', () => {
    const id = store(revision)
    expect(store(revision)).toBe(id)
    expect(getRevision(db, id)).toEqual(revision)
    expect(db.get(z.object({ n: z.int() }), 'SELECT count(*) AS n FROM revisions')?.n).toBe(1)
  })

  it('is another one with another parent, word for word the same', () => {
    const id = store(revision)
    expect(store({ ...revision, parents: [id] })).not.toBe(id)
  })

  it('is called damaged when one character on disk is another', () => {
    const id = store(revision)
    transaction(db, (tx) => tx.run(`UPDATE revisions SET content = replace(content, '定稿', '改稿')`))
    expect(() => getRevision(db, id)).toThrow(
      expect.objectContaining({ code: 'document_invalid', details: { revisionId: id, reason: 'hash' } }),
    )
  })

  it('is refused when it holds half a character, which has no canonical form', () => {
    const broken = { ...revision, content: { ...emptyContent, blocks: [paragraph('\ud83d')] } }
    expect(() => store(broken)).toThrow(expect.objectContaining({ code: 'document_invalid' }))
  })

  it('is not found under an id that nobody stored', () => {
    const nobody = RevisionId.parse('0'.repeat(64))
    expect(() => getRevision(db, nobody)).toThrow(expect.objectContaining({ code: 'not_found' }))
  })
})
