import type Sqlite from 'better-sqlite3'

/**
 * In this order: better-sqlite3 is compiled with DEFAULT_WAL_SYNCHRONOUS=1, so switching to WAL lowers `synchronous` to
 * NORMAL, which may lose the last commits when the power fails. Each value is read back, because SQLite ignores what it
 * does not know or cannot do (WAL on some network drives) without a word.
 */
const pragmas: readonly (readonly [name: string, value: string | number, reads: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  // A tampered file must not run functions from its schema.
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  // Only this process writes, but a virus scanner or a backup may hold the file for a moment.
  ['busy_timeout', 5000, 5000],
  ['checkpoint_fullfsync', 'ON', 1],
  // On macOS fsync alone leaves data in the drive's cache.
  ...(process.platform === 'darwin' ? ([['fullfsync', 'ON', 1]] as const) : []),
]

/** For a file that can be made again: it has to stay whole, and need not have the last commits after a power failure. */
export function setDerivedPragmas(sqlite: Sqlite.Database): void {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  // 64 MB: merging the index reads much of it again.
  sqlite.pragma('cache_size = -65536')
}

export function setPragmas(sqlite: Sqlite.Database): void {
  for (const [name, value] of pragmas) sqlite.pragma(`${name} = ${value}`)
  assertPragmas(sqlite)
}

/** Throws, when a pragma is not in force on this connection. */
export function assertPragmas(sqlite: Sqlite.Database): void {
  for (const [name, , reads] of pragmas) {
    const found = sqlite.pragma(name, { simple: true })
    if (found !== reads) throw new Error(`PRAGMA ${name} is ${String(found)}, not ${reads}`)
  }
}
