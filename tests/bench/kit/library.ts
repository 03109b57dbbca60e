import { join } from 'node:path'

import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { emptyContent } from '#shared/document/content.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import type { Person } from '#shared/domain/newsroom.ts'
import { BlockId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { bring } from './bring.ts'

/** Fills the library of a reporter with `articles` invented articles of about 500 characters, a minute apart. */
export function furnishLibrary(folder: string, articles: number): { me: Person; text: Invented } {
  const me = enrolLocally(folder)
  const text = new Invented()
  const db = openDatabase(join(folder, 'library.db'), silentLogger)
  bring(db, me.id, text.articles(articles))
  // As a library is that was there before search was: the index has to find everything by itself.
  transaction(db, (tx) => tx.run('DELETE FROM search_marks'))
  db.close()
  return { me, text }
}

/** Characters of a paragraph, and paragraphs of an article. */
const length = 125
const paragraphsOf = 4

/** Chinese that says nothing: words of one to three characters, put together from characters by chance, frequent and rare. */
export class Invented {
  readonly #words: readonly string[]
  #seed = 20_260_305

  constructor() {
    const sizes = [2, 2, 2, 1, 3, 2]
    this.#words = Array.from({ length: 6_000 }, (_, n) =>
      Array.from({ length: sizes[n % sizes.length] ?? 2 }, () => this.#character()).join(''),
    )
  }

  *articles(count: number): Generator<ArticleContent> {
    for (let n = 0; n < count; n += 1) yield this.article(n)
  }

  article(n: number): ArticleContent {
    const headline = this.sentence(16)
    const blocks = Array.from({ length: paragraphsOf }, (_, at) =>
      paragraph(`${this.sentence(length)}。`, BlockId.parse(`${n}-${at}`)),
    )
    return { ...emptyContent, fields: { ...emptyContent.fields, slug: `稿${n}`, headline, columnId: 'local' }, blocks }
  }

  /** A word; the first ones stand in most articles, the last ones in few. */
  word(rank: number): string {
    return this.#words[rank] ?? ''
  }

  /** At least so many characters, and a word more at most. */
  sentence(characters: number): string {
    let text = ''
    while (text.length < characters) {
      // As in a language: a word of twice the rank is half as frequent.
      const rank = Math.floor(this.#words.length ** this.#random()) - 1
      text += this.word(Math.max(0, rank))
      if (this.#random() < 0.12) text += '，'
    }
    return text
  }

  /** Of 2,500 characters, again the first ones more often. */
  #character(): string {
    return String.fromCodePoint(0x4e00 + 7 * Math.floor(2_500 * this.#random() ** 2))
  }

  /** The same numbers each time: mulberry32. */
  #random(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0
    let value = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}
