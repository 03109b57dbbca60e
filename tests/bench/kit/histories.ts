import { z } from 'zod'

import { insertArticle } from '#core/articles/repository.ts'
import { listFieldsOf } from '#core/articles/excerpt.ts'
import type { Database } from '#core/db/database.ts'
import { transaction } from '#core/db/transaction.ts'
import { keepPoint } from '#core/history/keepPoint.ts'
import { insertDraft } from '#core/journal/repository.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { emptyContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import type { ArticleId, PersonId } from '#shared/domain/ids.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import { Invented } from './library.ts'

/** Every so many points one has a name, and is kept for ever. */
const named = 60
/** Milliseconds between two points: ten in a day. */
const between = 2.4 * 60 * 60_000

const Last = z.object({ id: z.int() })

export interface Past {
  articleId: ArticleId
  content: ArticleContent
  /** Points of its history. */
  points: number
}

/** Makes articles with a past. Their words are invented, so that they pack as words do. */
export class Histories {
  readonly #db: Database
  readonly #me: PersonId
  readonly #words = new Invented()

  constructor(db: Database, me: PersonId) {
    this.#db = db
    this.#me = me
  }

  /** 100,000 characters in paragraphs of 100, with a point after each of `points` paragraphs that were written anew. */
  write(points: number): Past {
    let content: ArticleContent = {
      ...emptyContent,
      blocks: Array.from({ length: 1_000 }, () => paragraph(this.#words.sentence(100))),
    }
    const texts: ArticleContent[] = []
    for (let n = 0; n < points; n += 1) {
      content = this.#edited(content, n)
      texts.push(content)
    }
    const personId = this.#me
    const past = this.#draft(content, points)
    for (const [index, text] of texts.entries()) {
      const point = pointAt(index + 1, points)
      transaction(this.#db, (tx) => keepPoint(tx, { articleId: past.articleId, content: text, personId, ...point }))
    }
    return past
  }

  /**
   * The same text with a past of `points` points. They show the texts of `from` over and over, because thousands of texts
   * would take minutes to make.
   */
  age(from: Past, points: number): Past {
    const past = this.#draft(from.content, points)
    transaction(this.#db, (tx) => {
      const shift = tx.get(Last, 'SELECT max(id) AS id FROM history_texts')?.id ?? 0
      const names = { from: from.articleId, articleId: past.articleId, shift }
      tx.run(
        `INSERT INTO history_texts (id, article_id, base, length, hash, body)
         SELECT id + @shift, @articleId, base + @shift, length, hash, body FROM history_texts WHERE article_id = @from`,
        names,
      )
      for (let n = 1; n <= points; n += 1) {
        const text = from.points - ((points - n) % from.points)
        tx.run(
          `INSERT INTO history_points
             (article_id, seq, reason, version, at, person_id, text_id, characters, added, removed)
           SELECT @articleId, @version, @reason, @version, @at, person_id, text_id + @shift, characters, added, removed
           FROM history_points WHERE article_id = @from AND seq = @text`,
          { ...names, text, ...pointAt(n, points) },
        )
      }
    })
    return past
  }

  #draft(content: ArticleContent, points: number): Past {
    const articleId = newArticleId()
    const at = new Date().toISOString()
    transaction(this.#db, (tx) => {
      insertArticle(tx, { articleId, authorId: this.#me, list: listFieldsOf(content), at })
      insertDraft(tx, { articleId, snapshot: JSON.stringify(content), at, base: null, version: points })
    })
    return { articleId, content, points }
  }

  #edited(content: ArticleContent, n: number): ArticleContent {
    const at = (n * 37) % content.blocks.length
    const words = this.#words.sentence(100)
    return { ...content, blocks: content.blocks.map((block, i) => (i === at ? paragraph(words, block.$.id) : block)) }
  }
}

/** The `n`th of so many, of which the last one is made now. */
function pointAt(n: number, points: number) {
  const reason = n % named === 0 ? ('beforeRestore' as const) : ('writing' as const)
  return { reason, version: n, at: new Date(Date.now() - (points - n) * between).toISOString() }
}
