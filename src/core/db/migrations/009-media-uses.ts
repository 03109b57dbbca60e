import type { Migration } from '../migrate.ts'

export const mediaUses: Migration = {
  version: 9,
  sql: `
    -- Which article has ever used which file, in its draft, a revision, or anything kept of either: history, undo, an
    -- undone paste. It leaves with the article and not before. See core/media/uses.ts.
    CREATE TABLE media_uses (
      media TEXT NOT NULL,
      article_id TEXT NOT NULL REFERENCES articles,
      PRIMARY KEY (media, article_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX media_uses_by_article ON media_uses (article_id);
    INSERT OR IGNORE INTO media_uses
      SELECT media, article_id FROM revision_media JOIN revisions ON revisions.id = revision_id;
    INSERT OR IGNORE INTO media_uses
      SELECT value, article_id FROM snapshots, json_tree(snapshots.content) WHERE key = 'media' AND type = 'text';
    INSERT OR IGNORE INTO media_uses
      SELECT value, article_id FROM journal, json_tree(journal.ops) WHERE ops IS NOT NULL AND key = 'media' AND type = 'text';

    -- When a file was found missing or damaged.
    ALTER TABLE media ADD COLUMN gone_at TEXT;

    -- Files that nothing uses, and in how many rounds of the collector that was seen; counted anew in the trash.
    CREATE TABLE media_unused (
      media TEXT PRIMARY KEY,
      rounds INTEGER NOT NULL,
      in_trash INTEGER NOT NULL DEFAULT 0 CHECK (in_trash IN (0, 1))
    ) STRICT, WITHOUT ROWID;
  `,
}
