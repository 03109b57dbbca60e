import { crc32 } from 'node:zlib'

import type Sqlite from 'better-sqlite3'

import type { Value } from './handles.ts'

/**
 * SQLite's pages have no checksums, so a disk that turns over a bit within a text gives another text back without a
 * word. Rows that hold people's words carry the CRC-32 (as in zlib, PNG, Ethernet) of the columns named here, in this
 * order, as UTF-8 with a line feed between them; what is null counts as empty. It finds each error of one or two bits
 * and misses one of four thousand million others. See docs/data.md.
 */
const covered = {
  snapshots: ['article_id', 'version', 'content'],
  journal: ['article_id', 'version', 'step', 'at', 'ops'],
  undo_steps: ['article_id', 'id', 'step'],
} as const

export type CheckedTable = keyof typeof covered

/** The checksum of a row of `table` with these columns. */
export const checksumOf = <T extends CheckedTable>(
  table: T,
  row: Readonly<Record<(typeof covered)[T][number], Value>>,
): number => {
  const columns: readonly (typeof covered)[T][number][] = covered[table]
  return crc32(columns.map((column) => row[column] ?? '').join('\n'))
}

/** The same, in SQL, for a connection that knows `crc32`. */
const checksumSql = (table: CheckedTable): string =>
  `crc32(CAST(${covered[table].map((column) => `coalesce(${column}, '')`).join(' || char(10) || ')} AS BLOB))`

/** Teaches a connection `crc32(blob)`. Statements may call it, and nothing in the schema of a file may. */
export const addChecksum = (sqlite: Sqlite.Database): void =>
  void sqlite.function('crc32', { deterministic: true, directOnly: true }, (bytes: unknown) =>
    bytes instanceof Uint8Array ? crc32(bytes) : null,
  )

/** The first draft of which something is not what was written, with what that is; null when all are whole. */
export const wrongText = `
  SELECT 'snapshots' AS "table", article_id AS articleId FROM snapshots WHERE checksum IS NOT ${checksumSql('snapshots')}
  UNION ALL
  SELECT 'journal', article_id FROM journal WHERE checksum IS NOT ${checksumSql('journal')}
  UNION ALL
  SELECT 'undo_steps', article_id FROM undo_steps WHERE checksum IS NOT ${checksumSql('undo_steps')}
  UNION ALL
  SELECT 'drafts', drafts.article_id FROM drafts LEFT JOIN snapshots USING (article_id)
  WHERE drafts.version IS NOT snapshots.version
    + (SELECT count(*) FROM journal WHERE journal.article_id = drafts.article_id AND journal.version > snapshots.version)
  LIMIT 1`
