import { dirname } from 'node:path'

import Sqlite from 'better-sqlite3'

import { GalleyError } from '#shared/rpc/errors.ts'
import { addChecksum, wrongText } from './checksum.ts'
import { diskError } from './errors.ts'
import { checksums } from './migrations/011-checksums.ts'

/** Facts about a database file that was found whole. */
export interface CheckedFile {
  /** `user_version`: the number of the last migration. */
  format: number
  bytes: number
}

const pagesAtOnce = 2048

/**
 * Copies a database that others write to, as it stands at this moment: a transaction that only reads holds the moment
 * fast, and in WAL mode holds up nobody. Page by page, so that row ids stay as they are, which VACUUM does not promise.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  try {
    const source = new Sqlite(from, { readonly: true, timeout: 5000 })
    try {
      source.exec('BEGIN')
      source.prepare('SELECT count(*) FROM sqlite_schema').get()
      // In pieces, so that the thread can be ended in between.
      await source.backup(to, { progress: () => pagesAtOnce })
    } finally {
      source.close()
    }
  } catch (error) {
    throw diskError(error, dirname(to))
  }
}

/**
 * Reads every page of a database that nobody else uses, and makes it one file without a write-ahead log beside it.
 * Throws `database_damaged` unless all of it is whole.
 */
export function checkDatabase(file: string): CheckedFile {
  try {
    const sqlite = new Sqlite(file, { fileMustExist: true })
    try {
      sqlite.pragma('journal_mode = DELETE')
      sqlite.pragma('cell_size_check = ON')
      refuse(file, sqlite.pragma('integrity_check(3)'), [{ integrity_check: 'ok' }])
      refuse(file, sqlite.pragma('foreign_key_check'), [])
      const format = Number(sqlite.pragma('user_version', { simple: true }))
      if (format >= checksums.version) refuse(file, wrongTexts(sqlite), [])
      const pages = Number(sqlite.pragma('page_count', { simple: true }))
      const bytes = pages * Number(sqlite.pragma('page_size', { simple: true }))
      return { format, bytes }
    } finally {
      sqlite.close()
    }
  } catch (error) {
    throw diskError(error, dirname(file))
  }
}

function wrongTexts(sqlite: Sqlite.Database): unknown {
  addChecksum(sqlite)
  return sqlite.prepare(wrongText).all()
}

function refuse(file: string, found: unknown, whole: readonly unknown[]): void {
  if (JSON.stringify(found) !== JSON.stringify(whole)) {
    throw new GalleyError('database_damaged', { file, reason: JSON.stringify(found).slice(0, 500) })
  }
}
