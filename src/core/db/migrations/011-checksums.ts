import type { Migration } from '../migrate.ts'

/**
 * What people write says by itself whether it is what was written: see db/checksum.ts. Words that are here already are
 * taken as they read now, because nothing else tells what they were.
 */
export const checksums: Migration = {
  version: 11,
  sql: `
    ALTER TABLE snapshots ADD COLUMN checksum INTEGER;
    ALTER TABLE journal ADD COLUMN checksum INTEGER;
    ALTER TABLE undo_steps ADD COLUMN checksum INTEGER;
    UPDATE snapshots SET checksum =
      crc32(CAST(article_id || char(10) || version || char(10) || content AS BLOB));
    UPDATE journal SET checksum = crc32(CAST(
      article_id || char(10) || version || char(10) || step || char(10) || at || char(10) || coalesce(ops, '') AS BLOB));
    UPDATE undo_steps SET checksum = crc32(CAST(article_id || char(10) || id || char(10) || step AS BLOB));
  `,
}
