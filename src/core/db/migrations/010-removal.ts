import type { Migration } from '../migrate.ts'

/**
 * Whoever removes a row has every table that refers to it looked through, unless an index leads there: without these, an
 * article would take longer to remove the larger the library is. A key touches none of them.
 */
export const removal: Migration = {
  version: 10,
  sql: `
    CREATE INDEX drafts_by_base ON drafts (base_revision) WHERE base_revision IS NOT NULL;
    CREATE INDEX history_points_by_revision ON history_points (revision_id) WHERE revision_id IS NOT NULL;
    CREATE INDEX outbox_by_article ON outbox (article_id);
  `,
}
