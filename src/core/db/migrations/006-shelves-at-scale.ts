import type { Migration } from '../migrate.ts'

/** The text of the article is here: its draft, or the revision that it stands at. */
const present = `(id IN (SELECT article_id FROM drafts) OR coalesce(head, '') IN (SELECT id FROM revisions))`
const shelf = `CASE WHEN ${present} THEN state END`
const update = (articleId: string) =>
  `UPDATE articles SET shelf = ${shelf} WHERE id = ${articleId} AND shelf IS NOT ${shelf}`

/**
 * Each shelf is read from an index in the order in which it is shown, and counted without looking at an article: a
 * hundred thousand of them cost a page of the list no more than a hundred.
 */
export const shelvesAtScale: Migration = {
  version: 6,
  sql: `
    -- Its state, once its text is here. Not generated: SQLite would look at each article to check a generated column.
    ALTER TABLE articles ADD COLUMN shelf TEXT;
    UPDATE articles SET shelf = ${shelf};

    CREATE TRIGGER shelf_article_made AFTER INSERT ON articles BEGIN ${update('new.id')}; END;
    CREATE TRIGGER shelf_article_moved AFTER UPDATE OF status ON articles BEGIN ${update('new.id')}; END;
    CREATE TRIGGER shelf_draft_made AFTER INSERT ON drafts BEGIN ${update('new.article_id')}; END;
    CREATE TRIGGER shelf_text_arrived AFTER INSERT ON revisions BEGIN ${update('new.article_id')}; END;

    DROP INDEX articles_by_author;
    DROP INDEX articles_by_state;
    -- Columns of a condition stand in the index as well: otherwise SQLite looks at each article to check it.
    CREATE INDEX articles_mine ON articles (author_id, updated_at, id, binned_at) WHERE binned_at IS NULL;
    CREATE INDEX articles_binned ON articles (author_id, updated_at, id, binned_at) WHERE binned_at IS NOT NULL;
    CREATE INDEX articles_returned ON articles (author_id, updated_at, id, binned_at, state)
      WHERE binned_at IS NULL AND state IN ('returned', 'rejected');
    CREATE INDEX articles_in_review ON articles (id) WHERE state = 'inReview';
    CREATE INDEX articles_signed_off ON articles (updated_at, id, shelf) WHERE shelf = 'signedOff';
    CREATE INDEX articles_published ON articles (updated_at, id, shelf) WHERE shelf = 'published';
    CREATE INDEX articles_awaiting ON articles (updated_at, id) WHERE awaits_me = 1;

    -- The bin is a place that search knows.
    DROP TRIGGER search_article_said;
    CREATE TRIGGER search_article_said AFTER UPDATE OF status, verdicts, headline, binned_at ON articles BEGIN
      INSERT INTO search_marks (article_id) VALUES (new.id)
      ON CONFLICT (article_id) DO UPDATE SET taken = 0 WHERE taken = 1;
    END;
  `,
}
