import { join } from 'node:path'

import Sqlite from 'better-sqlite3'

import { openDerived } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import type { Document } from '#core/search/index/documents.ts'
import { putOlder } from '#core/search/index/documents.ts'
import { indexMigrations } from '#core/search/index/migrations.ts'
import { SearchIndex } from '#core/search/index/SearchIndex.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { emptyContent } from '#shared/document/content.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { inFolder } from './kit/folder.ts'
import { Invented } from './kit/library.ts'
import type { Finding } from './kit/measure.ts'
import { at, judge, timed } from './kit/measure.ts'
import type { Kind } from './kit/searching.ts'
import { ask, finder, kinds } from './kit/searching.ts'

const limits = {
  // Ten times the articles. Measured 0.8 to 1.4, and with `--quick` up to 1.7; 4.9 of four characters, which stand side by
  // side so seldom in 10,000 articles that all of them are read. Guards against reading everything to answer: that is 10.
  oneGrowth: 3,
  twoGrowth: 3,
  fourGrowth: 8,
  absentGrowth: 3,
  // Measured 0.003 at 1,000,000 articles and 0.013 at 100,000.
  absentToLike: 0.03,
  // Measured 0.33 at both.
  fourToLike: 0.7,
}

/** Articles of one transaction: what is in memory at a time. */
const batch = 5_000
/** Characters of an article's headline and of its text. */
const lengths = { headline: 10, body: 40 }

/**
 * The same questions to an index of a tenth of the articles and of all of them, and to LIKE over the same texts. The
 * articles are short and go straight into index and list: what a question costs follows how many there are. None has a
 * text in the library, so the words around the first hit, one article's whatever the number, are not among it.
 */
export function millionArticles(quick: boolean): Promise<Finding> {
  return inFolder(async (folder) => {
    const articles = quick ? 100_000 : 1_000_000
    const rounds = quick ? 20 : 60
    const me = enrolLocally(folder)
    const text = new Invented()
    const shelf = new Shelf(folder, me.id, text)
    try {
      const buildMs = await timed(() => shelf.grow(articles / 10))
      const tenth = await questions(shelf, rounds)
      const restMs = await timed(() => shelf.grow(articles - articles / 10))
      const whole = await questions(shelf, rounds)
      const figures: Record<string, number> = { articles, buildMs: buildMs + restMs }
      for (const kind of kinds) {
        const [before, { galley, like }] = [tenth[kind], whole[kind]]
        figures[`${kind}ToLike`] = at(galley, 0.5) / at(like, 0.5)
        figures[`${kind}Growth`] = at(galley, 0.5) / at(before.galley, 0.5)
        figures[`${kind}Ms`] = at(galley, 0.5)
        figures[`${kind}P95Ms`] = at(galley, 0.95)
        figures[`${kind}LikeMs`] = at(like, 0.5)
      }
      return judge(figures, limits)
    } finally {
      shelf.close()
    }
  })
}

type Times = Record<Kind, { galley: number[]; like: number[] }>

async function questions(shelf: Shelf, rounds: number): Promise<Times> {
  const index = new SearchIndex(shelf.folder, silentLogger)
  const find = finder(index, shelf.me)
  const times: Times = {
    one: { galley: [], like: [] },
    two: { galley: [], like: [] },
    four: { galley: [], like: [] },
    absent: { galley: [], like: [] },
  }
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of kinds) {
        const words = ask(shelf.text, kind, round)
        times[kind].galley.push(await timed(() => find(words, 1)))
        // Reading everything takes so long that a few times tell.
        if (round % 4 === 0) times[kind].like.push(await timed(() => shelf.like(words)))
      }
    }
    return times
  } finally {
    await index.handlers.close({})
  }
}

/** Articles of one person, in the list with their texts and in the index, newest first. */
class Shelf {
  readonly folder: string
  readonly me: PersonId
  readonly text: Invented
  readonly #library: Sqlite.Database
  #written = 0

  constructor(folder: string, me: PersonId, text: Invented) {
    this.folder = folder
    this.me = me
    this.text = text
    this.#library = new Sqlite(join(folder, 'library.db'))
    // What marks articles for the index, which has them already.
    const triggers = this.#library.prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger'`,
    )
    for (const { name } of triggers.all()) this.#library.exec(`DROP TRIGGER ${name}`)
  }

  grow(articles: number): void {
    const index = openDerived(join(this.folder, 'search.db'), silentLogger, indexMigrations)
    const insert = this.#library.prepare(
      `INSERT INTO articles (id, author_id, slug, headline, excerpt, kind, status, verdicts, receipts, updated_at)
       VALUES (?, ?, ?, ?, ?, 'original', '{"state":"drafting"}', '[]', '[]', ?)`,
    )
    for (let left = articles; left > 0; left -= batch) {
      const documents = Array.from({ length: Math.min(batch, left) }, () => this.#document())
      this.#library.transaction(() => {
        for (const { articleId, read } of documents) {
          const { title, body } = read.text
          const when = new Date(Date.UTC(2026, 0, 1) - (this.#written += 1) * 60_000).toISOString()
          insert.run(articleId, this.me, title, title, body[0], when)
        }
      })()
      transaction(index, (tx) => putOlder(tx, documents))
    }
    index.close()
  }

  like(words: string): unknown {
    const sql = `SELECT id FROM articles WHERE headline LIKE @words OR excerpt LIKE @words ORDER BY rowid LIMIT 500`
    return this.#library.prepare(sql).all({ words: `%${words}%` })
  }

  close(): void {
    this.#library.close()
  }

  #document(): Document {
    const text = {
      title: this.text.sentence(lengths.headline),
      body: [this.text.sentence(lengths.body)],
      pictures: [],
      attribution: [],
      opinions: [],
      tags: [],
    }
    return { articleId: newArticleId(), read: { text, content: emptyContent, stamp: '' } }
  }
}
