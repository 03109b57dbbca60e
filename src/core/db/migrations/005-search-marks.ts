import type { Migration } from '../migrate.ts'

const mark = (articleId: string) => `
  INSERT INTO search_marks (article_id) VALUES (${articleId})
  ON CONFLICT (article_id) DO UPDATE SET taken = 0 WHERE taken = 1`

/**
 * Which articles the search index has to read again. The marks are set here, so that no way of changing an article can
 * forget them; an article that is marked already costs a look and no page. The index itself is a file of its own.
 */
export const searchMarks: Migration = {
  version: 5,
  sql: `
    CREATE TABLE search_marks (
      article_id TEXT PRIMARY KEY,
      taken INTEGER NOT NULL DEFAULT 0 CHECK (taken IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER search_article_made AFTER INSERT ON articles BEGIN ${mark('new.id')}; END;
    CREATE TRIGGER search_article_said AFTER UPDATE OF status, verdicts, headline ON articles
      BEGIN ${mark('new.id')}; END;
    CREATE TRIGGER search_article_gone AFTER DELETE ON articles BEGIN ${mark('old.id')}; END;
    CREATE TRIGGER search_draft_made AFTER INSERT ON drafts BEGIN ${mark('new.article_id')}; END;
    CREATE TRIGGER search_draft_written AFTER UPDATE OF version ON drafts BEGIN ${mark('new.article_id')}; END;
    CREATE TRIGGER search_text_arrived AFTER INSERT ON revisions BEGIN ${mark('new.article_id')}; END;

    -- The index reads an existing library in from its newest article on.
    CREATE INDEX articles_by_time ON articles (updated_at, id);
  `,
}
