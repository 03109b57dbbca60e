import { writesIn } from '#shared/domain/article.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { maxLinePage } from '#shared/protocol/revisions.ts'
import { desk } from '#shared/protocol/routes.ts'
import { mayWrite } from '../articles/detail.ts'
import { findArticle, getArticle } from '../articles/repository.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import type { Draft, Drafts } from '../journal/drafts.ts'
import { findDraft } from '../journal/repository.ts'
import type { Media } from '../media/service.ts'
import { getRevision, hasRevision, putRevision } from '../revisions/repository.ts'
import { meAt } from '../settings/desk.ts'
import { downloadRevision } from '../sync/fetchMissing.ts'
import { withoutRefusedBeside } from '../sync/outbox/lanes.ts'
import { openRows } from '../sync/outbox/repository.ts'
import { follow } from './follow.ts'
import { freezeDraft, isMoved, unsentUpTo } from './freeze.ts'
import { isHeld } from './held.ts'
import { graphOf, knownUpTo, noteEntries } from './lineStore.ts'
import { mergeHeads } from './mergeHeads.ts'
import type { Talk } from './sendRevision.ts'
import { sendRevision } from './sendRevision.ts'
import { notIn, targetOf } from './standing.ts'
import { takeIn } from './takeIn.ts'

/**
 * Brings the draft of one article and its working line at the desk together: hears of the line, sends what was written
 * here, and takes in what was written elsewhere. Every step may be done again after a crash: revisions are named by
 * their hash, so that sending or making one twice is doing it once.
 */
export class Exchange {
  readonly #context: CoreContext
  readonly #drafts: Drafts
  readonly #media: Media
  readonly #under = new Set<ArticleId>()

  constructor(context: CoreContext, drafts: Drafts, media: Media) {
    this.#context = context
    this.#drafts = drafts
    this.#media = media
  }

  /** `freeze`: the pause is long enough for what was typed to be sent. Throws what the desk refuses, and as `exchange` does. */
  async settle(articleId: ArticleId, freeze: boolean, talk: Talk): Promise<void> {
    this.#under.add(articleId)
    try {
      await this.#settle(articleId, freeze, talk)
    } finally {
      this.#under.delete(articleId)
    }
  }

  /** Something of the article is on its way at this moment. */
  readonly isUnderWay = (articleId: ArticleId): boolean => this.#under.has(articleId)

  /** Words that were written here and are to go to the desk have not reached it. */
  readonly hasUnsentWords = (articleId: ArticleId): boolean => {
    const { db } = this.#context
    const head = findDraft(db, articleId)
    if (head === undefined || !this.#isShared(articleId)) return false
    if (isMoved(head)) return head.version > 0 || head.baseRevision !== null
    return this.#unsent(articleId).length > 0
  }

  async #settle(articleId: ArticleId, freeze: boolean, talk: Talk): Promise<void> {
    const { db } = this.#context
    // What waits in the outbox goes in its order, and a revision that was refused is not slipped past the refusal.
    const waiting = withoutRefusedBeside(openRows(db, articleId))
    if (!this.#isShared(articleId) || waiting.some(({ act }) => act === 'revision')) return
    await this.#hear(articleId, talk)
    const draft = this.#drafts.find(articleId)
    if (draft !== null && isHeld(db, articleId, draft)) {
      // What the desk has may take its place only where nothing of it would have to be sent.
      if (this.#desksOwn(articleId, draft) && this.#missing(articleId).length > 0) await this.#takeIn(articleId, talk)
      return
    }
    if (draft !== null) {
      const behind = this.#missing(articleId).length > 0
      if (isMoved(draft) && (freeze || behind) && isWorthSending(draft)) {
        transaction(db, (tx) => freezeDraft(tx, articleId, draft, now(this.#context)))
      }
      await this.#send(articleId, talk)
    }
    if (this.#missing(articleId).length > 0) await this.#takeIn(articleId, talk)
  }

  #isShared(articleId: ArticleId): boolean {
    const { db } = this.#context
    const article = findArticle(db, articleId)
    return article?.binnedAt === null && writesIn(article, meAt(db))
  }

  /** The draft is a revision that the desk has, and no word more. */
  #desksOwn(articleId: ArticleId, draft: Draft): boolean {
    const { entries } = graphOf(this.#context.db, articleId)
    return draft.baseRevision !== null && !isMoved(draft) && entries.has(draft.baseRevision)
  }

  /** Revisions that the draft is to stand on and does not yet. */
  #missing(articleId: ArticleId): RevisionId[] {
    const { db } = this.#context
    const graph = graphOf(db, articleId)
    const base = this.#drafts.find(articleId)?.baseRevision ?? null
    return notIn(targetOf(getArticle(db, articleId), graph), base, graph)
  }

  async #hear(articleId: ArticleId, { session, signal }: Talk): Promise<void> {
    const { db } = this.#context
    const { entries } = graphOf(db, articleId)
    const unknown = getArticle(db, articleId).heads.some((head) => !entries.has(head))
    for (let more = unknown; more;) {
      const call = { params: { articleId }, query: { after: knownUpTo(db, articleId) } }
      const page = await session.authorised(signal, (token) => session.client.call(desk.line, call, { signal, token }))
      transaction(db, (tx) => noteEntries(tx, articleId, page.entries))
      more = page.entries.length === maxLinePage
    }
  }

  async #send(articleId: ArticleId, talk: Talk): Promise<void> {
    for (const revisionId of this.#unsent(articleId))
      await sendRevision(this.#context, this.#media, articleId, revisionId, talk)
  }

  /** A merge alone has nobody's words: every desktop makes the same one, and it goes with the first words on top of it. */
  #unsent(articleId: ArticleId): RevisionId[] {
    const { db } = this.#context
    const base = findDraft(db, articleId)?.baseRevision ?? null
    const unsent = base === null ? [] : unsentUpTo(db, articleId, base)
    return unsent.every((id) => getRevision(db, id).parents.length > 1) ? [] : unsent
  }

  async #takeIn(articleId: ArticleId, talk: Talk): Promise<void> {
    const { db } = this.#context
    const base = this.#drafts.find(articleId)?.baseRevision ?? null
    const { entries, parentsOf } = graphOf(db, articleId)
    const target = targetOf(getArticle(db, articleId), graphOf(db, articleId))
    const merged = await mergeHeads(
      {
        articleId,
        parentsOf,
        authorOf: (id) => {
          const entry = entries.get(id)
          if (entry === undefined) throw new TypeError(`the desk has not told of ${id}`)
          return { who: entry.writerId, when: entry.storedAt }
        },
        load: (id) => this.#load(articleId, id, talk),
      },
      target,
    )
    const article = getArticle(db, articleId)
    const draft: Draft | null = this.#drafts.find(articleId)
    // The world went on while texts were fetched: the next round starts from where it is now.
    if ((draft?.baseRevision ?? null) !== base || !this.#isShared(articleId)) return
    if (draft === null || mayWrite(db, article, meAt(db))) takeIn(this.#context, this.#drafts, articleId, merged)
    else follow(this.#context, articleId, draft, merged)
  }

  async #load(articleId: ArticleId, id: RevisionId, talk: Talk) {
    const { db } = this.#context
    if (!hasRevision(db, id)) {
      const revision = await downloadRevision(talk, articleId, id)
      transaction(db, (tx) => putRevision(tx, revision, now(this.#context)))
    }
    return getRevision(db, id).content
  }
}

/** An article that was only just made, and nothing written in it. */
const isWorthSending = ({ version, content, baseRevision }: Draft): boolean =>
  version > 0 || baseRevision !== null || content.blocks.length > 0
