import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { makeFolder } from '#core/db/durable.ts'
import { probeFolder } from '#core/db/probe.ts'

/**
 * Where Chromium keeps its own files: beside the profiles, so that the lock on them is the lock on that newsroom. On a
 * disk that takes nothing they go to the folder for temporary files, because Chromium does not start without; the
 * window then says what is wrong with the disk.
 */
export function userDataFolder(folder: string): { path: string; beside: boolean } {
  const path = join(folder, 'electron')
  try {
    makeFolder(path)
    if (probeFolder(path) === null) return { path, beside: true }
  } catch {
    // The probe would say the same.
  }
  return { path: temporary() ?? path, beside: false }
}

function temporary(): string | null {
  try {
    return mkdtempSync(join(tmpdir(), 'galley-electron-'))
  } catch {
    return null
  }
}
