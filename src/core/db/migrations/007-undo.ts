import type { Migration } from '../migrate.ts'

export const undo: Migration = {
  version: 7,
  sql: `
    -- What undo and redo take back, in the order in which it was done; undone steps stand behind those that are not.
    -- A step that grows (a run of typing) is written anew, so there is no index on its id that would be written as well.
    CREATE TABLE undo_steps (
      article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
      -- Characters of the step.
      length INTEGER NOT NULL,
      step TEXT NOT NULL,
      PRIMARY KEY (article_id, position)
    ) STRICT;
  `,
}
