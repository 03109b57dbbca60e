import { GalleyError } from '#shared/rpc/errors.ts'
import { probeFolder, systemCode } from './probe.ts'

type Meaning = 'database_busy' | 'database_damaged' | 'disk_full' | 'disk_read_only' | 'disk_failing'

/** What SQLite's primary and extended result codes mean to a person. https://sqlite.org/rescode.html */
const meanings: readonly (readonly [prefix: string, code: Meaning])[] = [
  // After `busy_timeout`: another program holds the file, and lets go of it some time.
  ['SQLITE_BUSY', 'database_busy'],
  ['SQLITE_PROTOCOL', 'database_busy'],
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_READONLY', 'disk_read_only'],
  ['SQLITE_PERM', 'disk_read_only'],
  ['SQLITE_CORRUPT', 'database_damaged'],
  ['SQLITE_NOTADB', 'database_damaged'],
  // What the drive cannot read any more is as good as damaged.
  ['SQLITE_IOERR_READ', 'database_damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'database_damaged'],
  ['SQLITE_IOERR_DATA', 'database_damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'database_damaged'],
]

/** These have many reasons, and the folder is asked for the one. Otherwise: */
const unclear: readonly (readonly [prefix: string, code: Meaning])[] = [
  ['SQLITE_CANTOPEN', 'disk_read_only'],
  // Writing, syncing, truncating, locking.
  ['SQLITE_IOERR', 'disk_failing'],
]

/** The same, from the operating system: folders, and files beside the database. */
const systemMeanings: Readonly<Record<string, Meaning>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EROFS: 'disk_read_only',
  EACCES: 'disk_read_only',
  EPERM: 'disk_read_only',
  ENOTDIR: 'disk_read_only',
  EIO: 'disk_failing',
  // A stick that was pulled out.
  ENODEV: 'disk_failing',
  ENXIO: 'disk_failing',
}

/**
 * A failure of the disk as the typed error that it is; anything else unchanged, because then it is a defect. `folder` is
 * where the file lies.
 */
export function diskError(error: unknown, folder: string): unknown {
  const code = systemCode(error)
  if (code === undefined || code === 'SQLITE_IOERR_NOMEM') return error
  const found = find(meanings, code) ?? systemMeanings[code]
  if (found !== undefined) return new GalleyError(found, { reason: code }, { cause: error })
  const otherwise = find(unclear, code)
  if (otherwise === undefined) return error
  const why = probeFolder(folder)
  const meant = why === null ? otherwise : (systemMeanings[why] ?? otherwise)
  return new GalleyError(meant, { reason: code, system: why }, { cause: error })
}

const find = (known: typeof meanings, code: string): Meaning | undefined =>
  known.find(([prefix]) => code.startsWith(prefix))?.[1]

/** Runs `work` and throws what went wrong with the disk as a GalleyError. `folder` is where the files lie. */
export function withDiskErrors<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw diskError(error, folder)
  }
}
