import { randomUUID } from 'node:crypto'

import type { ArticleDetail, ArticleRow } from '#shared/contract/rows.ts'
import { View } from '#shared/contract/rows.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { emptyContent } from '#shared/document/content.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import type { ArticleKind } from '#shared/domain/kinds.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import type { WritableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import { keepPoint } from '../history/keepPoint.ts'
import type { Drafts } from '../journal/drafts.ts'
import { insertDraft } from '../journal/repository.ts'
import { meAt } from '../settings/desk.ts'
import { readSetting } from '../settings/repository.ts'
import { pendingAct } from '../sync/outbox/pending.ts'
import { openRows } from '../sync/outbox/repository.ts'
import { detailOf, rowsOf } from './detail.ts'
import { listFieldsOf } from './excerpt.ts'
import type { NewArticle } from './repository.ts'
import { getArticle, insertArticle, setBinned } from './repository.ts'
import { countArticles, listArticles } from './views.ts'

/** The library of this desktop. */
export class Articles {
  readonly #context: CoreContext
  readonly #drafts: Drafts

  constructor(context: CoreContext, drafts: Drafts) {
    this.#context = context
    this.#drafts = drafts
  }

  /** Empty before enrolment. */
  list(view: View, offset: number, limit: number): { total: number; rows: ArticleRow[] } {
    const { db } = this.#context
    const me = readSetting(db, 'enrolment')?.person.id
    if (me === undefined) return { total: 0, rows: [] }
    const rows = rowsOf(db, listArticles(db, view, me, offset, limit))
    return { total: countArticles(db, view, me), rows }
  }

  counts(): Record<View, number> {
    const { db } = this.#context
    const me = readSetting(db, 'enrolment')?.person.id
    const counts = View.options.map((view) => [view, me === undefined ? 0 : countArticles(db, view, me)] as const)
    return Object.fromEntries(counts) as Record<View, number>
  }

  /** Throws `not_found`, `database_damaged`, `document_newer`, `document_invalid`. */
  open(articleId: ArticleId): ArticleDetail {
    const { db } = this.#context
    const article = getArticle(db, articleId)
    return detailOf(db, article, this.#drafts.find(articleId), meAt(db))
  }

  /** A new article of the person at this desktop. Throws `unauthenticated` before there is one. */
  create(kind: ArticleKind): ArticleId {
    return this.#insert({ ...emptyContent, fields: { ...emptyContent.fields, kind } }, () => {})
  }

  /** One that was written elsewhere; its history begins with the text that came in. */
  add(content: ArticleContent): ArticleId {
    return this.#insert(content, (tx, { articleId, authorId, at }) => {
      keepPoint(tx, { articleId, reason: 'imported', content, version: 0, at, personId: authorId })
    })
  }

  #insert(content: ArticleContent, also: (tx: WritableDb, article: NewArticle) => void): ArticleId {
    const { db, emit } = this.#context
    const article = {
      articleId: newArticleId(),
      authorId: meAt(db),
      list: listFieldsOf(content),
      at: now(this.#context),
    }
    const { articleId, at } = article
    const snapshot = JSON.stringify(content)
    transaction(db, (tx) => {
      insertArticle(tx, article)
      insertDraft(tx, { articleId, snapshot, at, base: null })
      also(tx, article)
    })
    emit('articles.changed', { articleId })
    return articleId
  }

  /** The working name is part of the draft, so it goes the way of everything typed. Throws `wrong_state`. */
  rename(articleId: ArticleId, slug: string): void {
    this.#drafts.append(articleId, randomUUID(), [{ op: 'fields', fields: { slug } }])
  }

  /** Throws `wrong_state` for what is before reviewers or readers, or on the way there, or a colleague's. */
  bin(articleId: ArticleId): void {
    const { db } = this.#context
    const { status, authorId } = getArticle(db, articleId)
    const own = authorId === meAt(db)
    const atRest = status.state === 'drafting' || status.state === 'returned' || status.state === 'rejected'
    if (!own || !atRest || pendingAct(openRows(db, articleId)) !== null) {
      throw new GalleyError('wrong_state', { state: status.state })
    }
    this.#setBinned(articleId, true)
  }

  restore(articleId: ArticleId): void {
    getArticle(this.#context.db, articleId)
    this.#setBinned(articleId, false)
  }

  #setBinned(articleId: ArticleId, binned: boolean): void {
    transaction(this.#context.db, (tx) => setBinned(tx, articleId, binned ? now(this.#context) : null))
    this.#context.emit('articles.changed', { articleId })
  }
}
