import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { z } from 'zod'

import { GalleyError } from '#shared/rpc/errors.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import { codeOf } from './code.ts'
import { diskError, withDiskErrors } from './errors.ts'

/** What the instance that holds a profile says of itself, so that a second one can ask it to come to the front. */
export type Instance = Readonly<Record<string, unknown>>

/**
 * Takes the profile for this process: two cores on one library would each believe their memory. The lock is SQLite's own
 * on a small file beside the library, which the operating system drops with the process however it dies; a file with a
 * process id would outlive a crash. Throws `profile_in_use` with the holder's `instance` in its details.
 */
export function lockProfile(dataDir: string, instance: Instance = {}): Dispose {
  const instanceFile = join(dataDir, 'instance.json')
  const lock = withDiskErrors(dataDir, () => new Sqlite(join(dataDir, 'lock.db'), { timeout: 0 }))
  try {
    lock.exec('BEGIN EXCLUSIVE')
    writeFileSync(instanceFile, JSON.stringify(instance), { mode: 0o600 })
  } catch (error) {
    lock.close()
    if (codeOf(error)?.startsWith('SQLITE_BUSY') !== true) throw diskError(error, dataDir)
    throw new GalleyError('profile_in_use', { instance: readInstance(instanceFile) }, { cause: error })
  }
  return () => {
    try {
      rmSync(instanceFile, { force: true })
    } finally {
      // A lock that outlived a disk's failure would keep this same process out once the disk is well again.
      lock.close()
    }
  }
}

/** Empty while the other instance is between taking the lock and writing its file. */
function readInstance(file: string): Instance {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
