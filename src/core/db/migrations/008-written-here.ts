import type { Migration } from '../migrate.ts'

/**
 * Shelves of what is written here go by where there is a draft, and no longer by who the author is: colleagues write in
 * an article too. Like the shelves at scale, they are read from indexes that hold what they ask.
 */
export const writtenHere: Migration = {
  version: 8,
  sql: `
    ALTER TABLE articles ADD COLUMN written INTEGER NOT NULL DEFAULT 0 CHECK (written IN (0, 1));
    UPDATE articles SET written = 1 WHERE id IN (SELECT article_id FROM drafts);
    CREATE TRIGGER written_here AFTER INSERT ON drafts
      BEGIN UPDATE articles SET written = 1 WHERE id = new.article_id; END;

    DROP INDEX articles_mine;
    DROP INDEX articles_returned;
    CREATE INDEX articles_mine ON articles (written, updated_at, id, binned_at) WHERE binned_at IS NULL;
    CREATE INDEX articles_returned ON articles (written, updated_at, id, binned_at, state)
      WHERE binned_at IS NULL AND state IN ('returned', 'rejected');
  `,
}
