import Sqlite from 'better-sqlite3'

import type { Logger } from '#shared/log.ts'
import { Database } from './database.ts'
import { withDiskErrors } from './errors.ts'
import type { Migration } from './migrate.ts'
import { isOlder, migrate, refuseNewer } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { setPragmas } from './pragmas.ts'

/**
 * Opens the library, bringing it up to this version. Throws `database_newer`, `database_damaged`, `disk_full` or
 * `disk_read_only`; in each case the file stays as it is. `beforeMigrating` may keep a copy of a file of an older format,
 * which is complete in itself at that moment.
 */
export function openDatabase(
  file: string,
  log: Logger,
  known: readonly Migration[] = migrations,
  beforeMigrating: (file: string) => void = () => {},
): Database {
  return withDiskErrors(() => {
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
      sqlite.close()
      throw error
    }
  })
}
