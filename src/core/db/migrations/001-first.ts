import type { Migration } from '../migrate.ts'

export const first: Migration = {
  version: 1,
  sql: `
    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- An article as lists show it: own ones follow the draft, others what the desk last said.
    CREATE TABLE articles (
      id TEXT PRIMARY KEY,
      author_id TEXT NOT NULL,
      slug TEXT NOT NULL,
      headline TEXT NOT NULL,
      excerpt TEXT NOT NULL,
      kind TEXT NOT NULL,
      column_id TEXT,
      status TEXT NOT NULL,
      state TEXT NOT NULL GENERATED ALWAYS AS (status ->> '$.state') STORED,
      head TEXT GENERATED ALWAYS AS (status ->> '$.revisionId') STORED,
      verdicts TEXT NOT NULL,
      receipts TEXT NOT NULL,
      -- The desk's number of what it said last; 0 for what it has not heard of.
      desk_seq INTEGER NOT NULL DEFAULT 0,
      -- The person of this desktop may judge it now; worked out when article, newsroom or person change.
      awaits_me INTEGER NOT NULL DEFAULT 0 CHECK (awaits_me IN (0, 1)),
      binned_at TEXT,
      updated_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX articles_by_author ON articles (author_id, updated_at);
    CREATE INDEX articles_by_state ON articles (state, updated_at);

    CREATE TABLE revisions (
      id TEXT PRIMARY KEY,
      article_id TEXT NOT NULL REFERENCES articles,
      parents TEXT NOT NULL,
      content TEXT NOT NULL,
      stored_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX revisions_by_article ON revisions (article_id);

    -- Which files a revision shows, so that what has not been fetched yet is known.
    CREATE TABLE revision_media (
      revision_id TEXT NOT NULL REFERENCES revisions,
      media TEXT NOT NULL,
      PRIMARY KEY (revision_id, media)
    ) STRICT, WITHOUT ROWID;

    -- Small, because each step of autosave rewrites it; the text lies in snapshots and journal.
    CREATE TABLE drafts (
      article_id TEXT PRIMARY KEY REFERENCES articles,
      version INTEGER NOT NULL,
      saved_at TEXT NOT NULL,
      journal_bytes INTEGER NOT NULL,
      snapshot_bytes INTEGER NOT NULL,
      base_revision TEXT REFERENCES revisions,
      -- The version that was exactly the base revision.
      base_version INTEGER,
      -- The version that took the place of the whole text before it: steps typed on an older one do not fit.
      replaced_version INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE snapshots (
      article_id TEXT PRIMARY KEY REFERENCES articles,
      version INTEGER NOT NULL,
      content TEXT NOT NULL
    ) STRICT;

    -- ops is null once the snapshot contains the step; the step stays for a while to recognise one that is sent again.
    CREATE TABLE journal (
      article_id TEXT NOT NULL REFERENCES articles,
      version INTEGER NOT NULL,
      step TEXT NOT NULL,
      ops TEXT,
      at TEXT NOT NULL,
      PRIMARY KEY (article_id, version),
      UNIQUE (article_id, step)
    ) STRICT;

    CREATE TABLE media (
      hash TEXT PRIMARY KEY,
      mime_type TEXT NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      -- The desk is known to have it.
      at_desk INTEGER NOT NULL DEFAULT 0 CHECK (at_desk IN (0, 1))
    ) STRICT;

    -- What waits to be said to the desk, in order. Rows of one action stand or fall together.
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      action TEXT NOT NULL,
      article_id TEXT NOT NULL REFERENCES articles,
      act TEXT NOT NULL CHECK (act IN ('media', 'revision', 'submit', 'verdict', 'publish')),
      state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'unknown', 'confirmed', 'rejected')),
      idempotency_key TEXT NOT NULL UNIQUE,
      request TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      error TEXT,
      created_at TEXT NOT NULL,
      dismissed_at TEXT
    ) STRICT;
    CREATE INDEX outbox_open ON outbox (article_id, id) WHERE state <> 'confirmed' AND dismissed_at IS NULL;
  `,
}
