import { z } from 'zod'

import { GalleyError } from '#shared/rpc/errors.ts'
import { wrongText } from '../db/checksum.ts'
import type { Database } from '../db/database.ts'
import { expectedTables } from '../db/expectedTables.ts'

/** Pages of 4 KB that a start may read through after the program did not end well: a tenth of a second or so. */
const mostPages = 16_384

/**
 * What is looked at at every start, in milliseconds: that every table is there and gives a row. After an end that was no
 * good one, a library that is not large is read through as well. A large one is read through by the first backup of the
 * day, which is made a minute later. Throws `database_damaged`.
 */
export function soundEnough(db: Database, unclean: boolean): void {
  const there = new Set(
    db.all(z.object({ name: z.string() }), 'SELECT name FROM sqlite_schema').map(({ name }) => name),
  )
  for (const table of expectedTables()) {
    if (!there.has(table)) throw new GalleyError('database_damaged', { table, reason: 'no such table' })
    db.all(z.unknown(), `SELECT * FROM "${table}" LIMIT 1`)
  }
  const pages = db.get(z.object({ page_count: z.int() }), 'SELECT page_count FROM pragma_page_count')?.page_count ?? 0
  if (!unclean || pages > mostPages) return
  // The whole check: the quick one does not ask whether an index still finds its rows.
  const [found] = db.all(z.object({ integrity_check: z.string() }), 'PRAGMA integrity_check(1)')
  if (found?.integrity_check !== 'ok')
    throw new GalleyError('database_damaged', { reason: found?.integrity_check ?? '' })
  const [orphan] = db.all(z.object({ table: z.string() }), 'PRAGMA foreign_key_check')
  if (orphan !== undefined) throw new GalleyError('database_damaged', { table: orphan.table, reason: 'no owner' })
  const [wrong] = db.all(z.object({ table: z.string(), articleId: z.string() }), wrongText)
  if (wrong !== undefined) throw new GalleyError('database_damaged', { ...wrong, reason: 'checksum' })
}
