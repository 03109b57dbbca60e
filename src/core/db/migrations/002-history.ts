import type { Migration } from '../migrate.ts'

export const history: Migration = {
  version: 2,
  sql: `
    -- Texts that are no revision. A text without a base is whole (JSON of the content); one with a base is the steps
    -- (JSON of journal operations) that lead from the base to it. Compressed with brotli.
    CREATE TABLE history_texts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      article_id TEXT NOT NULL REFERENCES articles,
      base INTEGER REFERENCES history_texts,
      -- Characters of the JSON.
      length INTEGER NOT NULL,
      -- SHA-256 of the JSON.
      hash TEXT NOT NULL,
      body BLOB NOT NULL
    ) STRICT;
    CREATE INDEX history_texts_by_article ON history_texts (article_id, base);
    CREATE INDEX history_texts_by_base ON history_texts (base) WHERE base IS NOT NULL;

    -- Points in the order in which they were made here: clocks are wrong, seq is not.
    CREATE TABLE history_points (
      article_id TEXT NOT NULL REFERENCES articles,
      seq INTEGER NOT NULL,
      reason TEXT NOT NULL,
      -- Of the draft that the point shows; 0 where there was none.
      version INTEGER NOT NULL,
      at TEXT NOT NULL,
      person_id TEXT,
      -- Its text is this revision, or the text below.
      revision_id TEXT REFERENCES revisions,
      text_id INTEGER REFERENCES history_texts,
      -- The point whose words it brought back.
      origin INTEGER,
      -- Null for points from before histories were kept.
      characters INTEGER,
      added INTEGER NOT NULL DEFAULT 0,
      removed INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (article_id, seq),
      CHECK ((revision_id IS NULL) <> (text_id IS NULL))
    ) STRICT;
    CREATE INDEX history_points_by_text ON history_points (text_id) WHERE text_id IS NOT NULL;

    -- Every revision that is here was submitted: nothing else froze a text until now.
    INSERT INTO history_points (article_id, seq, reason, version, at, person_id, revision_id)
    SELECT article_id, row_number() OVER (PARTITION BY article_id ORDER BY revisions.rowid), 'submitted', 0, stored_at,
      author_id, revisions.id
    FROM revisions JOIN articles ON articles.id = article_id;
  `,
}
