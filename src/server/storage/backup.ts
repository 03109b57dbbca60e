import { open, rename, rm } from 'node:fs/promises'
import Database from 'better-sqlite3'

/**
 * Copies a database that may be in use to `target`, which stands there only when it is whole and on the disk. Throws when
 * the copy fails SQLite's own check.
 */
export async function backUp(file: string, target: string): Promise<void> {
  const partial = `${target}.partial`
  try {
    const source = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 })
    try {
      await source.backup(partial)
    } finally {
      source.close()
    }
    finish(partial)
    const handle = await open(partial, 'r+')
    await handle.sync()
    await handle.close()
    await rename(partial, target)
  } finally {
    await rm(partial, { force: true })
  }
}

/** A backup is one file: the copy leaves WAL mode, so that no log lies beside it. */
function finish(file: string): void {
  const copy = new Database(file)
  try {
    const verdict = copy.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error(`the copy is damaged: ${String(verdict)}`)
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}
