import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

/** What was written to the file is on the disk when this returns. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** So are the names in the folder. Windows cannot open one; NTFS journals names itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Puts a finished file in its place: after a crash it is there whole, or not at all. */
export function moveIntoPlace(temporary: string, file: string): void {
  syncFile(temporary)
  renameSync(temporary, file)
  syncFolder(dirname(file))
}
