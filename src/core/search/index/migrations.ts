import type { Migration } from '../../db/migrate.ts'

/** The format of search.db. It holds no text: what it finds is read from the library. */
export const indexMigrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
      -- One row for each article. Ids grow with the date of the last change: see documents.ts.
      CREATE TABLE documents (
        id INTEGER PRIMARY KEY,
        article_id TEXT NOT NULL UNIQUE,
        -- What the library said of the article when its words were taken: see reading.ts.
        stamp TEXT NOT NULL
      ) STRICT;

      CREATE TABLE facts (
        name TEXT PRIMARY KEY,
        value INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- body, title, names and notes hold words and pairs of characters in order; chars holds single characters, each
      -- once; tags holds whole names. All come cut into tokens, so the plainest tokenizer will do: blanks part them.
      CREATE VIRTUAL TABLE words USING fts5 (
        body, title, names, notes, chars, tags,
        content = '', contentless_delete = 1, tokenize = 'ascii'
      );
      INSERT INTO words (words, rank) VALUES ('hashsize', 8388608);
    `,
  },
]
