import Sqlite from 'better-sqlite3'

import { readContent } from '#shared/document/upgrade.ts'
import { bodyText } from '#shared/document/text.ts'

export interface SearchPeers {
  /** Milliseconds that the trigram index took. */
  readonly buildMs: number
  like(words: string): unknown
  trigram(words: string): unknown
  close(): void
}

/** What an answer of Galley holds at most. */
const most = 500

/** The same words in a plain table, to be scanned, and in an index by FTS5's own tokenizer of three characters. */
export function openPeers(file: string, library: string): SearchPeers {
  const source = new Sqlite(library, { readonly: true })
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.exec(`CREATE TABLE texts (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE trigrams USING fts5 (body, content = 'texts', content_rowid = 'id', tokenize = 'trigram')`)
  const insert = db.prepare('INSERT INTO texts (body) VALUES (?)')
  db.transaction(() => {
    const rows = source.prepare<[], { content: string }>('SELECT content FROM snapshots').iterate()
    for (const { content } of rows) {
      const { fields, blocks } = readContent(JSON.parse(content))
      insert.run(`${fields.headline}\n${bodyText(blocks)}`)
    }
  })()
  source.close()
  const start = performance.now()
  db.exec(`INSERT INTO trigrams (trigrams) VALUES ('rebuild')`)
  const buildMs = performance.now() - start
  const like = db.prepare('SELECT id FROM texts WHERE body LIKE ? ORDER BY id DESC LIMIT ?')
  const trigram = db.prepare('SELECT rowid FROM trigrams WHERE trigrams MATCH ? ORDER BY rowid DESC LIMIT ?')
  return {
    buildMs,
    like: (words) => like.all(`%${words}%`, most),
    trigram: (words) => trigram.all(`"${words}"`, most),
    close: () => void db.close(),
  }
}
