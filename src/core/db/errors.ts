import { GalleyError } from '#shared/rpc/errors.ts'

type Meaning = 'database_busy' | 'database_damaged' | 'disk_full' | 'disk_read_only'

/** What SQLite's primary and extended result codes mean to a person. https://sqlite.org/rescode.html */
const meanings: readonly (readonly [prefix: string, code: Meaning])[] = [
  // After `busy_timeout`: another program holds the file, and lets go of it some time.
  ['SQLITE_BUSY', 'database_busy'],
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_READONLY', 'disk_read_only'],
  ['SQLITE_CANTOPEN', 'disk_read_only'],
  ['SQLITE_PERM', 'disk_read_only'],
  ['SQLITE_CORRUPT', 'database_damaged'],
  ['SQLITE_NOTADB', 'database_damaged'],
  ['SQLITE_IOERR_READ', 'database_damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'database_damaged'],
  ['SQLITE_IOERR_DATA', 'database_damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'database_damaged'],
  // Every other input or output error is one of writing, syncing, locking or truncating.
  ['SQLITE_IOERR', 'disk_read_only'],
]

/** The same, from the operating system: folders, and files beside the database. */
const systemMeanings: Readonly<Record<string, 'disk_full' | 'disk_read_only'>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EROFS: 'disk_read_only',
  EACCES: 'disk_read_only',
  EPERM: 'disk_read_only',
  ENOTDIR: 'disk_read_only',
  EIO: 'disk_read_only',
}

/** A failure of the disk as the typed error that it is; anything else unchanged, because then it is a defect. */
export function diskError(error: unknown): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  const found = meanings.find(([prefix]) => code.startsWith(prefix))?.[1] ?? systemMeanings[code]
  return found === undefined ? error : new GalleyError(found, { reason: code }, { cause: error })
}

/** Runs `work` and throws what went wrong with the disk as a GalleyError. */
export function withDiskErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw diskError(error)
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
