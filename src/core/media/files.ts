import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { MediaHash } from '#shared/domain/ids.ts'
import { makeFolder, syncFolder } from '../db/durable.ts'
import { diskError } from '../db/errors.ts'

export const hashBytes = (bytes: Uint8Array): MediaHash =>
  MediaHash.parse(createHash('sha256').update(bytes).digest('hex'))

/** Files by the SHA-256 of their bytes, `ab/abcdef…`: written once, never changed. */
export class MediaFiles {
  readonly #folder: string

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'media')
  }

  path(hash: MediaHash): string {
    return join(this.#folder, hash.slice(0, 2), hash)
  }

  /**
   * Whole and on disk when it answers, or not there: it grows under a temporary name and is moved when it is synced, and
   * so is the folder, which holds the name. Throws `disk_full` or `disk_read_only`.
   */
  async write(hash: MediaHash, bytes: Uint8Array): Promise<void> {
    const path = this.path(hash)
    if (existsSync(path)) {
      // Whoever moved it there may have died before the folder was synced.
      syncFolder(dirname(path))
      return
    }
    const temporary = `${path}.${randomUUID()}.part`
    try {
      makeFolder(dirname(path))
      await writeSynced(temporary, bytes)
      await rename(temporary, path)
      syncFolder(dirname(path))
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {})
      throw diskError(error)
    }
  }

  async read(hash: MediaHash): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await readFile(this.path(hash)))
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
