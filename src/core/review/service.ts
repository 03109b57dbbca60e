import type { ArticleContent } from '#shared/document/content.ts'
import { refuseOpenClashes } from '#shared/document/clash.ts'
import { mediaOf } from '#shared/document/content.ts'
import { attributionGaps, isComplete } from '#shared/domain/attributionRules.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { may } from '#shared/domain/roles.ts'
import type { VerdictKind, VerdictStatement } from '#shared/domain/verdict.ts'
import { statementBytes } from '#shared/domain/verdict.ts'
import type { UnderReview } from '#shared/domain/workflow.ts'
import { refusePublication, refuseVerdict, submit } from '#shared/domain/workflow.ts'
import { dayIn } from '#shared/domain/time.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { getArticle } from '../articles/repository.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import type { WritableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import { keepPoint } from '../history/keepPoint.ts'
import type { Draft, Drafts } from '../journal/drafts.ts'
import { setBase } from '../journal/repository.ts'
import { findMedia } from '../media/repository.ts'
import { putRevision } from '../revisions/repository.ts'
import type { DeviceSigner } from '../settings/deviceKey.ts'
import { freezeDraft, standOnSent, unsentUpTo } from '../sharing/freeze.ts'
import type { Desk } from '../settings/desk.ts'
import { deskOf } from '../settings/desk.ts'
import { onTheWay } from '../sync/outbox/lanes.ts'
import { addAction, dismissFrom, openRows } from '../sync/outbox/repository.ts'
import type { OutboxRequest } from '../sync/outbox/request.ts'
import { expected } from './expected.ts'

/**
 * Acts on an article's way. Each is one transaction: what changes here, and what is to be said to the desk. The checks
 * spare people a refusal; the desk makes them again and its answer counts.
 */
export class Review {
  readonly #context: CoreContext
  readonly #drafts: Drafts
  readonly #signer: DeviceSigner
  readonly #onQueued: () => void

  constructor(context: CoreContext, drafts: Drafts, signer: DeviceSigner, onQueued: () => void) {
    this.#context = context
    this.#drafts = drafts
    this.#signer = signer
    this.#onQueued = onQueued
  }

  /** Freezes the draft and hands it to review. */
  submit(articleId: ArticleId): RevisionId {
    const { db } = this.#context
    const { desk, article, standing } = this.#standing(articleId)
    if (!may(desk.person.roles, 'write')) throw new GalleyError('forbidden', { needs: 'write' })
    if (article.authorId !== desk.person.id) throw new GalleyError('forbidden', { needs: 'author' })
    const draft = this.#drafts.find(articleId)
    if (draft === null || article.binnedAt !== null) throw new GalleyError('wrong_state', { state: 'bin' })
    refuseOpenClashes(draft.content)
    this.#refuseIncomplete(draft.content, desk)
    const revisionId = transaction(db, (tx) => {
      const revisionId = this.#freeze(tx, articleId, draft, standing)
      submit(standing, desk.newsroom.stages, revisionId)
      const { content, version } = draft
      const at = now(this.#context)
      keepPoint(tx, { articleId, reason: 'submitted', content, version, at, personId: desk.person.id, revisionId })
      addAction(tx, articleId, this.#submission(tx, articleId, content, revisionId), at)
      return revisionId
    })
    this.#queued(articleId)
    return revisionId
  }

  /** Signs a verdict with the key of this desktop. */
  async giveVerdict(
    articleId: ArticleId,
    revisionId: RevisionId,
    verdict: VerdictKind,
    opinion: string,
  ): Promise<void> {
    const statement = this.#state(articleId, revisionId, verdict, opinion)
    const signature = await this.#signer.sign(statement.deviceId, statementBytes(statement))
    // The keychain may have taken its time, and the article may have moved on in the meantime.
    this.#state(articleId, revisionId, verdict, opinion)
    const signed = { statement, signature }
    transaction(this.#context.db, (tx) => addAction(tx, articleId, [{ act: 'verdict', signed }], statement.at))
    this.#queued(articleId)
  }

  publish(articleId: ArticleId, revisionId: RevisionId): void {
    const { desk, standing, waiting } = this.#standing(articleId)
    const refusal = refusePublication(standing, desk.person, revisionId)
    if (refusal !== null) throw refusal
    if (waiting.some(({ act }) => act === 'publish')) throw new GalleyError('wrong_state', { state: 'publishing' })
    transaction(this.#context.db, (tx) => {
      addAction(tx, articleId, [{ act: 'publish', revisionId }], now(this.#context))
    })
    this.#queued(articleId)
  }

  /** Takes back what the desk refused, and what was to follow it. Throws `not_found` when nothing was refused. */
  dismiss(articleId: ArticleId): void {
    const { db } = this.#context
    const rows = onTheWay(openRows(db, articleId))
    const refused = rows.find(({ state }) => state === 'rejected')
    if (refused === undefined) throw new GalleyError('not_found', { articleId })
    transaction(db, (tx) => {
      dismissFrom(tx, refused, now(this.#context))
      if (rows.some(({ act }) => act === 'revision')) standOnSent(tx, articleId)
    })
    this.#queued(articleId)
  }

  #standing(articleId: ArticleId) {
    const { db } = this.#context
    const desk = deskOf(db)
    const article = getArticle(db, articleId)
    const waiting = onTheWay(openRows(db, articleId))
    const refused = waiting.find(({ state }) => state === 'rejected')
    if (refused !== undefined) throw new GalleyError('wrong_state', { state: 'rejected', act: refused.act })
    return { desk, article, waiting, standing: expected(article, waiting, desk.newsroom.stages, desk.person) }
  }

  #state(articleId: ArticleId, revisionId: RevisionId, verdict: VerdictKind, opinion: string): VerdictStatement {
    const { desk, standing } = this.#standing(articleId)
    if (standing.status.state !== 'inReview') throw new GalleyError('wrong_state', { state: standing.status.state })
    const { stageId } = standing.status
    const refusal = refuseVerdict(standing, desk.newsroom.stages, desk.person, { revisionId, stageId })
    if (refusal !== null) throw refusal
    if (verdict !== 'approve' && opinion.trim() === '') throw new GalleyError('invalid_input', { path: 'opinion' })
    const { person, deviceId } = desk
    const at = now(this.#context)
    return {
      domain: 'galley/verdict/1',
      articleId,
      revisionId,
      stageId,
      personId: person.id,
      verdict,
      opinion,
      at,
      deviceId,
    }
  }

  #refuseIncomplete(content: ArticleContent, { newsroom }: Desk): void {
    const gaps = attributionGaps(content, newsroom, dayIn(this.#context.clock(), newsroom.timeZone))
    if (!isComplete(gaps)) throw new GalleyError('attribution_incomplete', { gaps: gaps.filter(({ hard }) => hard) })
  }

  /** Before the first review the same words may go again as they are; after a return they need a revision to be judged anew. */
  #freeze(tx: WritableDb, articleId: ArticleId, draft: Draft, { status }: UnderReview): RevisionId {
    const at = now(this.#context)
    const revisionId = freezeDraft(tx, articleId, draft, at)
    if (status.state !== 'returned' || status.revisionId !== revisionId) return revisionId
    const again = putRevision(tx, { articleId, parents: [revisionId], content: draft.content }, at)
    setBase(tx, articleId, again, draft.version)
    return again
  }

  #submission(tx: WritableDb, articleId: ArticleId, content: ArticleContent, revisionId: RevisionId): OutboxRequest[] {
    const files = mediaOf(content).map((media) => {
      const file = findMedia(tx, media)
      if (file === undefined) throw new GalleyError('media_missing', { media })
      return file
    })
    return [
      ...files.filter(({ atDesk }) => !atDesk).map(({ media }): OutboxRequest => ({ act: 'media', media })),
      ...unsentUpTo(tx, articleId, revisionId).map((id): OutboxRequest => ({ act: 'revision', revisionId: id })),
      { act: 'submit', revisionId },
    ]
  }

  #queued(articleId: ArticleId): void {
    this.#context.emit('articles.changed', { articleId })
    this.#onQueued()
  }
}
