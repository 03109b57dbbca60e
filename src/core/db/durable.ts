import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import { codeOf } from './code.ts'

/** What was written to the file is on the disk when this returns. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** So are the names in the folder. Windows cannot open one; NTFS journals names itself, as some disks of a network do. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    const code = codeOf(error)
    if (code !== 'EINVAL' && code !== 'ENOTSUP') throw error
  } finally {
    closeSync(handle)
  }
}

/**
 * Makes a folder, and those above it that are missing; each has its name on the disk when this returns. So has one that
 * was there already: whoever made it may have died before it was synced. (`recursive` of Node calls a read-only disk
 * ENOENT.)
 */
export function makeFolder(folder: string): void {
  const path = resolve(folder)
  if (!existsSync(path)) {
    if (!existsSync(dirname(path))) makeFolder(dirname(path))
    mkdirSync(path, { mode: 0o700 })
  }
  syncName(path)
}

function syncName(path: string): void {
  try {
    syncFolder(dirname(path))
  } catch (error) {
    // A folder that this person may not look into: what is in it was made by somebody else, and long ago.
    const code = codeOf(error)
    if (code !== 'EACCES' && code !== 'EPERM') throw error
  }
}

/** Puts a finished file in its place: after a crash it is there whole, or not at all. */
export function moveIntoPlace(temporary: string, file: string): void {
  syncFile(temporary)
  renameSync(temporary, file)
  syncFolder(dirname(file))
}
