import type { Migration } from '../migrate.ts'

/**
 * A key writes whole pages, so each index that it touches costs 4 KB. The journal is appended to, which SQLite does
 * without moving rows between pages, and has one index left, by article; which steps were answered is kept in memory
 * (journal/answeredSteps.ts). `ops` stands last: reading the steps of an article does not go through its words.
 */
export const leanJournal: Migration = {
  version: 3,
  sql: `
    CREATE TABLE lean_journal (
      id INTEGER PRIMARY KEY,
      article_id TEXT NOT NULL REFERENCES articles,
      version INTEGER NOT NULL,
      step TEXT NOT NULL,
      at TEXT NOT NULL,
      -- Null once the snapshot contains the step; the step stays for a while to recognise one that is sent again.
      ops TEXT,
      UNIQUE (article_id, version)
    ) STRICT;
    INSERT INTO lean_journal (article_id, version, step, at, ops)
      SELECT article_id, version, step, at, ops FROM journal ORDER BY at, article_id, version;
    DROP TABLE journal;
    ALTER TABLE lean_journal RENAME TO journal;
  `,
}
