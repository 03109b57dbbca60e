import { z } from 'zod'

import type { Writer, WriterRefusal } from '#shared/contract/sharing.ts'
import { isEditable } from '#shared/domain/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { PersonId } from '#shared/domain/ids.ts'
import { may } from '#shared/domain/roles.ts'
import { Instant } from '#shared/domain/time.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { getArticle } from '../articles/repository.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import type { ReadableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import type { Drafts } from '../journal/drafts.ts'
import { deskOf } from '../settings/desk.ts'
import { withoutRefusedBeside } from '../sync/outbox/lanes.ts'
import { addAction, dismissAction, openRows } from '../sync/outbox/repository.ts'
import type { OutboxRequest } from '../sync/outbox/request.ts'
import { freezeDraft, standOnSent, unsentUpTo } from './freeze.ts'

/** Who writes in the articles of this desktop, and the author's say in it. */
export class CoWriters {
  readonly #context: CoreContext
  readonly #drafts: Drafts
  readonly #onQueued: () => void

  constructor(context: CoreContext, drafts: Drafts, onQueued: () => void) {
    this.#context = context
    this.#drafts = drafts
    this.#onQueued = onQueued
  }

  /** Throws `not_found`. */
  list(articleId: ArticleId): Writer[] {
    const { db } = this.#context
    const { authorId, coWriters, writers } = getArticle(db, articleId)
    const waiting = waitingActs(db, articleId)
    const letIn = new Set(coWriters)
    for (const [personId, writes] of waiting) {
      if (writes) letIn.add(personId)
      else letIn.delete(personId)
    }
    const lastAt = lastWritten(db, articleId)
    const writer = (personId: PersonId, part: Writer['part']): Writer => ({
      personId,
      part,
      lastAt: lastAt.get(personId) ?? null,
      waiting: waiting.has(personId),
    })
    const former = [...new Set([...coWriters, ...writers])].filter((personId) => !letIn.has(personId))
    return [
      writer(authorId, 'author'),
      ...[...letIn].map((personId) => writer(personId, 'coWriter')),
      ...former.map((personId) => writer(personId, 'former')),
    ]
  }

  /**
   * One act with what the desk has to know before it: an article of which it has heard nothing yet begins with the draft
   * as it is now. Throws `not_found`, `forbidden` or `wrong_state`, as the desk will.
   */
  set(articleId: ArticleId, personId: PersonId, writes: boolean): void {
    const { db } = this.#context
    const { person, people } = deskOf(db)
    const { authorId, status, binnedAt } = getArticle(db, articleId)
    if (authorId !== person.id) throw new GalleyError('forbidden', { needs: 'author' })
    const colleague = people.find(({ id }) => id === personId)
    if (colleague === undefined || personId === authorId) throw new GalleyError('not_found', { personId })
    if (writes && !may(colleague.roles, 'write')) throw new GalleyError('forbidden', { needs: 'write' })
    const draft = this.#drafts.find(articleId)
    if (draft === null || binnedAt !== null || !isEditable(status)) {
      throw new GalleyError('wrong_state', { state: status.state })
    }
    transaction(db, (tx) => {
      const at = now(this.#context)
      for (const { action } of refusedActs(tx, articleId, personId)) dismissAction(tx, action, at)
      const base = draft.baseRevision ?? freezeDraft(tx, articleId, draft, at)
      const revisions = unsentUpTo(tx, articleId, base).map((revisionId): OutboxRequest => ({
        act: 'revision',
        revisionId,
      }))
      addAction(tx, articleId, [...revisions, { act: 'coWriter', personId, writes }], at)
    })
    this.#queued(articleId)
  }

  refusals(articleId: ArticleId): WriterRefusal[] {
    const refused = refusedActs(this.#context.db, articleId)
    return [...new Map(refused.map(({ refusal }) => [refusal.personId, refusal])).values()]
  }

  /** The refused act is over. Where the text that it needs at the desk was refused, the draft no longer stands on that. */
  dismiss(articleId: ArticleId, personId: PersonId): void {
    transaction(this.#context.db, (tx) => {
      for (const { action, textRefused } of refusedActs(tx, articleId, personId)) {
        dismissAction(tx, action, now(this.#context))
        if (textRefused) standOnSent(tx, articleId)
      }
    })
    this.#queued(articleId)
  }

  #queued(articleId: ArticleId): void {
    this.#context.emit('articles.changed', { articleId })
    this.#onQueued()
  }
}

interface RefusedAct {
  action: string
  refusal: WriterRefusal
  textRefused: boolean
}

/** Of one colleague or of all, in the order in which they were asked for. */
function refusedActs(db: ReadableDb, articleId: ArticleId, personId?: PersonId): RefusedAct[] {
  const rows = openRows(db, articleId)
  return rows.flatMap(({ action, request }) => {
    const refused = rows.find((row) => row.action === action && row.state === 'rejected')
    if (request.act !== 'coWriter' || refused === undefined || refused.error === null) return []
    if (personId !== undefined && request.personId !== personId) return []
    const { error } = refused
    const refusal = { personId: request.personId, writes: request.writes, error }
    return [{ action, refusal, textRefused: refused.act !== 'coWriter' }]
  })
}

/** What the author asked for and the desk has not answered yet; of two acts on one person the later one counts. */
function waitingActs(db: ReadableDb, articleId: ArticleId): Map<PersonId, boolean> {
  const requests = withoutRefusedBeside(openRows(db, articleId)).flatMap(({ request }) =>
    request.act === 'coWriter' ? [request] : [],
  )
  return new Map(requests.map(({ personId, writes }) => [personId, writes]))
}

const LastWritten = z.object({ personId: PersonId, at: Instant })

const lastWritten = (db: ReadableDb, articleId: ArticleId): Map<PersonId, Instant> =>
  new Map(
    db
      .all(
        LastWritten,
        'SELECT writer_id AS personId, max(stored_at) AS at FROM line WHERE article_id = ? GROUP BY 1',
        [articleId],
      )
      .map(({ personId, at }) => [personId, at]),
  )
