import { join } from 'node:path'

import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import { RevisionId, newArticleId, newPersonId } from '#shared/domain/ids.ts'
import { insertArticle } from '#core/articles/repository.ts'
import type { Database } from '#core/db/database.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { silentLogger } from '#shared/log.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { withoutRefusedBeside } from './lanes.ts'
import { pendingAct } from './pending.ts'
import {
  addAction,
  dismissFrom,
  listOutbox,
  moveRow,
  nextRow,
  openRows,
  recoverSending,
  tallyOutbox,
  waitingArticles,
} from './repository.ts'
import type { OutboxState } from './states.ts'

let db: Database
const at = '2026-03-05T08:00:00.000Z'
const revisionId = RevisionId.parse('a'.repeat(64))
const one = newArticleId()
const two = newArticleId()
const refusal = { code: 'forbidden', message: 'forbidden', retryable: false, details: {} } as const

beforeEach(() => {
  db = openDatabase(join(temporaryFolder(), 'library.db'), silentLogger)
  onTestFinished(() => db.close())
  const list = { slug: '', headline: '', excerpt: '', kind: 'original', columnId: null } as const
  transaction(db, (tx) => {
    for (const articleId of [one, two]) insertArticle(tx, { articleId, authorId: newPersonId(), list, at })
  })
})

const submission = (articleId = one) =>
  transaction(db, (tx) => {
    addAction(
      tx,
      articleId,
      [
        { act: 'revision', revisionId },
        { act: 'submit', revisionId },
      ],
      at,
    )
  })
const letIn = () =>
  transaction(db, (tx) => {
    const personId = newPersonId()
    addAction(
      tx,
      one,
      [
        { act: 'revision', revisionId },
        { act: 'coWriter', personId, writes: true },
      ],
      at,
    )
  })
const publication = (articleId = one) =>
  transaction(db, (tx) => addAction(tx, articleId, [{ act: 'publish', revisionId }], at))
const next = (articleId = one) => nextRow(db, articleId)
const move = (id: number | undefined, ...to: OutboxState[]) =>
  transaction(db, (tx) => {
    for (const state of to) moveRow(tx, id ?? 0, state, state === 'rejected' ? refusal : null)
  })

describe('the outbox', () => {
  it('goes in order within an article, whatever other articles do', () => {
    submission(one)
    submission(two)
    publication(one)
    expect(waitingArticles(db)).toEqual([one, two])
    move(next(one)?.id, 'sending', 'confirmed')
    expect(next(one)?.act).toBe('submit')
    expect(next(two)?.act).toBe('revision')
    move(next(one)?.id, 'sending', 'unknown', 'sending', 'confirmed')
    expect(next(one)?.act).toBe('publish')
    expect(openRows(db, one)).toHaveLength(1)
  })

  it('has a key of its own for each row, which stays the same', () => {
    submission()
    const keys = openRows(db, one).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
    move(next()?.id, 'sending', 'unknown')
    expect(openRows(db, one).map(({ key }) => key)).toEqual(keys)
  })

  it('leaves nothing of an illegal move', () => {
    submission()
    const id = next()?.id
    expect(() => move(id, 'sending', 'confirmed', 'pending')).toThrow('cannot go')
    expect(next()).toMatchObject({ id, state: 'pending', attempts: 0 })
  })

  it('holds up what follows a refusal until that is taken back', () => {
    submission()
    publication()
    move(next()?.id, 'sending', 'rejected')
    expect(next()).toBeNull()
    expect(pendingAct(openRows(db, one))).toMatchObject({
      act: 'submit',
      state: 'rejected',
      error: { code: 'forbidden' },
    })
    expect(tallyOutbox(db)).toEqual({ waiting: 1, rejected: 1 })
    const [refused] = openRows(db, one)
    transaction(db, (tx) => refused && dismissFrom(tx, refused, at))
    expect(openRows(db, one)).toEqual([])
    expect(tallyOutbox(db)).toEqual({ waiting: 0, rejected: 0 })
    submission()
    expect(next()?.act).toBe('revision')
  })

  it('lets words go their way past what was refused about a co-writer, and the other way round', () => {
    letIn()
    submission()
    move(next()?.id, 'sending', 'confirmed')
    move(next()?.id, 'sending', 'rejected')
    expect(next()?.act).toBe('revision')
    move(next()?.id, 'sending', 'rejected')
    letIn()
    expect(next()?.action).toBe(openRows(db, one).at(-1)?.action)
    const refused = openRows(db, one).find(({ act }) => act === 'revision')
    transaction(db, (tx) => refused && dismissFrom(tx, refused, at))
    expect(openRows(db, one).map(({ act, state }) => [act, state])).toEqual([
      ['coWriter', 'rejected'],
      ['revision', 'pending'],
      ['coWriter', 'pending'],
    ])
    expect(withoutRefusedBeside(openRows(db, one))).toHaveLength(2)
  })

  it('does not send what needs a text that was refused', () => {
    letIn()
    move(next()?.id, 'sending', 'rejected')
    expect(next()).toBeNull()
  })

  it('does not know after a crash what became of what was being sent', () => {
    submission()
    move(next()?.id, 'sending')
    transaction(db, recoverSending)
    expect(next()?.state).toBe('unknown')
  })

  it('counts acts of people, and lists what was confirmed last', () => {
    submission()
    expect(tallyOutbox(db)).toEqual({ waiting: 1, rejected: 0 })
    move(next()?.id, 'sending', 'confirmed')
    expect(listOutbox(db).map(({ state }) => state)).toEqual(['confirmed', 'pending'])
  })
})
