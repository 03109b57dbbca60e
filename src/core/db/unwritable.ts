import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

import Sqlite from 'better-sqlite3'

import type { Logger } from '#shared/log.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { Database } from './database.ts'
import { withDiskErrors } from './errors.ts'
import type { Migration } from './migrate.ts'
import { isOlder, refuseNewer } from './migrate.ts'
import { replayWal } from './walReplay.ts'

/** What is taken into memory at most. Bytes. */
const mostInMemory = 1024 ** 3

/**
 * Opens a database for reading on a disk that nothing can be written to, with all that was committed, and changes not a
 * byte. SQLite itself needs shared memory beside the file even to read; where it cannot have that, the file and its
 * write-ahead log are taken into memory. Throws what the
 * disk says, `database_damaged`, and what `known` cannot read as it is.
 */
export function openUnwritable(file: string, log: Logger, known: readonly Migration[]): Database {
  return withDiskErrors(dirname(file), () => {
    const sqlite = beside(file) ?? inMemory(file)
    try {
      refuseNewer(sqlite, known)
      if (isOlder(sqlite, known))
        throw new GalleyError('disk_read_only', { reason: 'its format has to be changed first' })
      sqlite.pragma('query_only = ON')
      sqlite.pragma('trusted_schema = OFF')
      return new Database(sqlite, log)
    } catch (error) {
      sqlite.close()
      throw error
    }
  })
}

/**
 * Null where the shared memory cannot be written to: SQLite would keep it as it is for the whole process, and a second
 * connection could not write either once the disk is well again.
 */
function beside(file: string): Sqlite.Database | null {
  let sqlite: Sqlite.Database | undefined
  try {
    closeSync(openSync(`${file}-shm`, 'r+'))
    sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get()
    return sqlite
  } catch {
    sqlite?.close()
    return null
  }
}

function inMemory(file: string): Sqlite.Database {
  const wal = `${file}-wal`
  const bytes = statSync(file).size
  if (bytes > mostInMemory)
    throw new GalleyError('disk_read_only', { reason: 'too large to be read into memory', bytes })
  const whole = replayWal(readFileSync(file), existsSync(wal) ? readFileSync(wal) : Buffer.alloc(0))
  // The log is in it now: a database in memory has none.
  if (whole.length >= 20) whole.fill(1, 18, 20)
  return new Sqlite(whole)
}
