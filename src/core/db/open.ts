import { dirname } from 'node:path'

import Sqlite from 'better-sqlite3'

import type { Logger } from '#shared/log.ts'
import { closeUntouched } from './closeUntouched.ts'
import { Database } from './database.ts'
import { withDiskErrors } from './errors.ts'
import type { Migration } from './migrate.ts'
import { isOlder, migrate, refuseNewer } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { setDerivedPragmas, setPragmas } from './pragmas.ts'

/**
 * Opens the library, bringing it up to this version. Throws `database_newer`, `database_damaged`, `disk_full`,
 * `disk_read_only` or `disk_failing`; in each case the file stays as it is, and so does its write-ahead log. `beforeMigrating` may keep a copy of a file of an older format,
 * which is complete in itself at that moment.
 */
export function openDatabase(
  file: string,
  log: Logger,
  known: readonly Migration[] = migrations,
  beforeMigrating: (file: string) => void = () => {},
): Database {
  return withDiskErrors(dirname(file), () => {
    const sqlite = new Sqlite(file)
    try {
      refuseNewer(sqlite, known)
      setPragmas(sqlite)
      if (isOlder(sqlite, known)) {
        sqlite.pragma('wal_checkpoint(TRUNCATE)')
        beforeMigrating(file)
      }
      migrate(sqlite, known)
      return new Database(sqlite, log)
    } catch (error) {
      closeUntouched(sqlite)
      throw error
    }
  })
}

/** The library as another thread reads it: what is committed, and nothing else. */
export function openReader(file: string, log: Logger): Database {
  return withDiskErrors(
    dirname(file),
    () => new Database(new Sqlite(file, { readonly: true, fileMustExist: true }), log),
  )
}

/**
 * The library as it stands at this moment, for as long as it is open: others go on writing, and nothing of that is seen.
 * Their write-ahead log grows until it is closed.
 */
export function openSnapshot(file: string, log: Logger): Database {
  return withDiskErrors(dirname(file), () => {
    const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      sqlite.exec('BEGIN')
      // The moment is that of the first read.
      sqlite.prepare('SELECT count(*) FROM sqlite_schema').get()
      return new Database(sqlite, log)
    } catch (error) {
      sqlite.close()
      throw error
    }
  })
}

/**
 * Opens a file that holds nothing but what was made from the library, and that may be thrown away. A power failure may
 * take its last commits, and leaves it whole. Throws as `openDatabase` does.
 */
export function openDerived(file: string, log: Logger, known: readonly Migration[]): Database {
  return withDiskErrors(dirname(file), () => {
    const sqlite = new Sqlite(file)
    try {
      refuseNewer(sqlite, known)
      setDerivedPragmas(sqlite)
      migrate(sqlite, known)
      return new Database(sqlite, log)
    } catch (error) {
      sqlite.close()
      throw error
    }
  })
}
