import { setImmediate } from 'node:timers/promises'

import type { ArticleId } from '#shared/domain/ids.ts'
import type { Query } from '../text/query.ts'
import { parseQuery } from '../text/query.ts'
import { excerpt, marked } from '../text/highlight.ts'
import type { ArticleText } from './articleText.ts'
import type { Collected } from './collect.ts'
import { collect } from './collect.ts'
import type { Files } from './filling.ts'
import type { Found, FoundArticle, Question } from './indexContract.ts'
import type { Names } from './reading.ts'
import { readArticle, readNames } from './reading.ts'

interface Asked {
  question: number
  /** What the question found, for its pages. Null when a newer question came first. */
  collected: Promise<Collected | null>
}

/** Askers that are remembered: windows come and go. */
const askers = 16
/** Milliseconds. */
const lately = 10_000

/**
 * Answers questions, the last one of each asker first of all: what an older one of it is still looking for is given up
 * between two slices.
 */
export class Questions {
  readonly #files: () => Files
  readonly #asked = new Map<string, Asked>()
  #last = Number.NEGATIVE_INFINITY

  constructor(files: () => Files) {
    this.#files = files
  }

  /** Somebody has asked lately, and is likely to ask again. */
  get asking(): boolean {
    return performance.now() - this.#last < lately
  }

  async find(question: Question): Promise<Found | null> {
    this.#last = performance.now()
    const query = parseQuery(question.text)
    const collected = await this.#collect(question, query)
    if (collected === null) return null
    const { articleIds, more, order } = collected
    const names = readNames(this.#files().library)
    const hits: FoundArticle[] = []
    for (const articleId of articleIds.slice(question.offset, question.offset + question.limit)) {
      hits.push(this.#show(articleId, names, query))
      await setImmediate()
      if (this.#isStale(question)) return null
    }
    return { total: articleIds.length, more, order, hits }
  }

  /** What was found is not true any more. */
  forget(): void {
    this.#asked.clear()
  }

  #collect(question: Question, query: Query): Promise<Collected | null> {
    const { asker, filters, me } = question
    const before = this.#asked.get(asker)
    if (before !== undefined && before.question > question.question) return Promise.resolve(null)
    // The first page is asked for again when articles have changed.
    if (before !== undefined && before.question === question.question && question.offset > 0) return before.collected
    const collected = collect(this.#files(), query, filters, me, () => this.#isStale(question))
    this.#asked.delete(asker)
    this.#asked.set(asker, { question: question.question, collected })
    const [oldest] = this.#asked.keys()
    if (this.#asked.size > askers && oldest !== undefined) this.#asked.delete(oldest)
    return collected
  }

  #isStale({ asker, question }: Question): boolean {
    const last = this.#asked.get(asker)
    return last !== undefined && last.question > question
  }

  #show(articleId: ArticleId, names: Names, query: Query): FoundArticle {
    const { library } = this.#files()
    const read = readArticle(library, articleId, names)
    if (read === null) return { articleId, title: [], passage: null }
    const { headline, slug } = read.content.fields
    return { articleId, title: marked(headline || slug, query), passage: passageOf(read.text, query) }
  }
}

function passageOf({ body, pictures, attribution, opinions }: ArticleText, query: Query): FoundArticle['passage'] {
  const places = [
    ['body', body],
    ['picture', pictures],
    ['attribution', attribution],
    ['opinion', opinions],
  ] as const
  for (const [place, lines] of places) {
    for (const line of lines) {
      const text = excerpt(line, query)
      if (text !== null) return { place, text }
    }
  }
  return null
}
