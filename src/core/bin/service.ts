import { setImmediate } from 'node:timers/promises'

import type { BinnedArticle, BinnedPicture, SeenArticle } from '#shared/contract/bin.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { findArticle } from '../articles/repository.ts'
import { countArticles } from '../articles/views.ts'
import type { CoreContext } from '../context.ts'
import type { ReadableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import { sayAgain } from '../recovery/goneWords.ts'
import type { WordLog } from '../recovery/wordLog.ts'
import { meAt } from '../settings/desk.ts'
import { readSetting } from '../settings/repository.ts'
import { binnedArticle, binnedIds, picturesOf, versionOf } from './contents.ts'
import { erase } from './erase.ts'
import { holdOn } from './hold.ts'

interface Tools {
  words: Pick<WordLog, 'add' | 'sayGone'>
  /** Words of the article are on their way to the desk or from it at this moment. */
  isExchanged: (articleId: ArticleId) => boolean
  /** What is kept in memory of an article is to go as well. */
  onGone: (articleId: ArticleId) => void
}

/** Articles are read in slices of so many, so that a key is not kept waiting. */
const slice = 20

/** The bin of this desktop: the one way by which words leave its disk. */
export class Bin {
  readonly #context: CoreContext
  readonly #tools: Tools

  constructor(context: CoreContext, tools: Tools) {
    this.#context = context
    this.#tools = tools
  }

  async contents(
    articleIds: readonly ArticleId[] | null,
  ): Promise<{ total: number; articles: BinnedArticle[]; pictures: BinnedPicture[] }> {
    const { db } = this.#context
    const me = readSetting(db, 'enrolment')?.person.id
    if (me === undefined) return { total: 0, articles: [], pictures: [] }
    const ids = binnedIds(db, me, articleIds)
    const articles: BinnedArticle[] = []
    for (let from = 0; from < ids.length; from += slice) {
      if (from > 0) await setImmediate()
      articles.push(
        ...ids.slice(from, from + slice).flatMap((id) => binnedArticle(db, id, this.#tools.isExchanged) ?? []),
      )
    }
    const free = articles.filter(({ held }) => held === null).map(({ articleId }) => articleId)
    return { total: countArticles(db, 'bin', me), articles, pictures: picturesOf(db, free) }
  }

  /**
   * Removes exactly these. The word log is told first and synced: otherwise a crash between the two would have the next
   * start take the drafts for lost. When nothing is removed after all, their words are said to it once more.
   */
  empty(seen: readonly SeenArticle[]): void {
    const { db, emit, log } = this.#context
    const { words, onGone } = this.#tools
    this.#refuse(db, seen)
    try {
      words.sayGone(seen)
      transaction(db, (tx) => {
        for (const { articleId } of seen) erase(tx, articleId)
      })
    } catch (error) {
      sayAgain(
        db,
        words,
        seen.map(({ articleId }) => articleId),
      )
      throw error
    }
    log.info('the bin was emptied', { articles: seen.length })
    for (const { articleId } of seen) onGone(articleId)
    for (const { articleId } of seen) emit('articles.changed', { articleId })
  }

  /** Everything here is synchronous up to the commit, so nothing can change between this look and that. */
  #refuse(db: ReadableDb, seen: readonly SeenArticle[]): void {
    const me = meAt(db)
    const changed = seen.filter(({ articleId, version, binnedAt }) => {
      const article = findArticle(db, articleId)
      return article?.authorId !== me || article.binnedAt !== binnedAt || versionOf(db, articleId) !== version
    })
    if (changed.length > 0)
      throw new GalleyError('bin_changed', { articleIds: changed.map(({ articleId }) => articleId) })
    for (const { articleId } of seen) {
      const article = findArticle(db, articleId)
      const reason = article === undefined ? null : holdOn(db, article, this.#tools.isExchanged)
      if (reason !== null) throw new GalleyError('bin_held', { articleId, reason })
    }
  }
}
