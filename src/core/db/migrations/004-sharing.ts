import type { Migration } from '../migrate.ts'

export const sharing: Migration = {
  version: 4,
  sql: `
    ALTER TABLE articles ADD COLUMN co_writers TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE articles ADD COLUMN writers TEXT NOT NULL DEFAULT '[]';
    -- The working line as the desk last told it: the revisions that no other one continues.
    ALTER TABLE articles ADD COLUMN heads TEXT NOT NULL DEFAULT '[]';

    -- What the desk has of an article's working line, without the texts.
    CREATE TABLE line (
      article_id TEXT NOT NULL REFERENCES articles,
      revision_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      parents TEXT NOT NULL,
      writer_id TEXT NOT NULL,
      -- By the desk.
      stored_at TEXT NOT NULL,
      PRIMARY KEY (article_id, revision_id),
      UNIQUE (article_id, seq)
    ) STRICT, WITHOUT ROWID;

    -- The table of acts is part of the table's text, so a new act takes a new table.
    CREATE TABLE outbox_next (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      action TEXT NOT NULL,
      article_id TEXT NOT NULL REFERENCES articles,
      act TEXT NOT NULL CHECK (act IN ('media', 'revision', 'coWriter', 'submit', 'verdict', 'publish')),
      state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'unknown', 'confirmed', 'rejected')),
      idempotency_key TEXT NOT NULL UNIQUE,
      request TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      error TEXT,
      created_at TEXT NOT NULL,
      dismissed_at TEXT
    ) STRICT;
    INSERT INTO outbox_next SELECT * FROM outbox;
    DROP TABLE outbox;
    ALTER TABLE outbox_next RENAME TO outbox;
    CREATE INDEX outbox_open ON outbox (article_id, id) WHERE state <> 'confirmed' AND dismissed_at IS NULL;
  `,
}
