import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

import { codeOf } from './code.ts'

/** As much as SQLite takes at once for the index of its write-ahead log. Bytes. */
const size = 32 * 1024

/**
 * Why a folder cannot be written to now, in the operating system's word, or null where it can: SQLite says that writing
 * failed, and leaves the reason out.
 */
export function probeFolder(folder: string): string | null {
  const file = join(folder, `.galley-${process.pid}`)
  try {
    const handle = openSync(file, 'w', 0o600)
    try {
      writeSync(handle, Buffer.alloc(size))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
      rmSync(file, { force: true })
    }
    return null
  } catch (error) {
    return systemCode(error) ?? null
  }
}

/** Node knows no name for a quota that is used up. */
export function systemCode(error: unknown): string | undefined {
  const quota = error instanceof Error && 'errno' in error && error.errno === -constants.errno.EDQUOT
  return quota ? 'EDQUOT' : codeOf(error)
}
