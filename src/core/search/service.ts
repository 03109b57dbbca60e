import type { SearchAnswer } from '#shared/contract/search.ts'
import type { ArticleRow } from '#shared/contract/rows.ts'
import type { ArticleId, PersonId } from '#shared/domain/ids.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { rowsOf } from '../articles/detail.ts'
import { findArticle } from '../articles/repository.ts'
import type { CoreContext } from '../context.ts'
import { meAt } from '../settings/desk.ts'
import type { IndexCalls, Question } from './index/indexContract.ts'

export interface Similar {
  row: ArticleRow
  shared: string[]
}

/** An index as it answers questions. */
export interface FilledIndex {
  find(question: Question): ReturnType<IndexCalls['find']>
  similar(asked: { articleId: ArticleId; me: PersonId; limit: number }): ReturnType<IndexCalls['similar']>
}

/** Where the index comes from, and how it is begun anew. */
export interface IndexSource {
  /** Articles that it has not seen. */
  readonly waiting: number
  ready(): Promise<FilledIndex>
  renew(): Promise<void>
}

/** Finds articles by their words. The index says which; what a list shows of them is core's own. */
export class Search {
  readonly #context: CoreContext
  readonly #filling: IndexSource

  constructor(context: CoreContext, filling: IndexSource) {
    this.#context = context
    this.#filling = filling
  }

  /** Null when the asker has asked something else in the meantime. */
  async find(question: Omit<Question, 'me'>): Promise<SearchAnswer | null> {
    const me = meAt(this.#context.db)
    try {
      const index = await this.#filling.ready()
      const found = await index.find({ ...question, me })
      if (found === null) return null
      const hits = this.#withRows(found.hits).map(({ row, title, passage }) => ({ row, title, passage }))
      return { ...found, hits, waiting: this.#filling.waiting }
    } catch (error) {
      if (!isGalleyError(error, 'database_damaged')) throw error
      // The index is made from the library, which is whole: nothing is lost but the time to make it again.
      this.#context.log.warn('search index damaged', { error: String(error) })
      await this.#filling.renew()
      return { total: 0, more: false, order: 'date', hits: [], waiting: 1 }
    }
  }

  /** Throws `not_found`. */
  async similar(articleId: ArticleId, limit: number): Promise<Similar[]> {
    const me = meAt(this.#context.db)
    const index = await this.#filling.ready()
    return this.#withRows(await index.similar({ articleId, me, limit })).map(({ row, shared }) => ({ row, shared }))
  }

  rebuild(): Promise<void> {
    return this.#filling.renew()
  }

  /** One that has left the library in the meantime is left out. */
  #withRows<T extends { articleId: ArticleId }>(found: readonly T[]): (T & { row: ArticleRow })[] {
    const { db } = this.#context
    const articles = found.flatMap(({ articleId }) => findArticle(db, articleId) ?? [])
    const rows = new Map(rowsOf(db, articles).map((row) => [row.articleId, row]))
    return found.flatMap((one) => {
      const row = rows.get(one.articleId)
      return row === undefined ? [] : [{ ...one, row }]
    })
  }
}
