import type { Migration } from '../migrate.ts'

export const heldDrafts: Migration = {
  version: 12,
  sql: `
    -- The version at which the draft came in with an archive: nothing of it is sent to the desk before somebody works on
    -- it here.
    ALTER TABLE articles ADD COLUMN held_version INTEGER;
  `,
}
