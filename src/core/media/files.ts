import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { MediaHash } from '#shared/domain/ids.ts'
import { makeFolder, syncFolder } from '../db/durable.ts'
import { diskError } from '../db/errors.ts'

export const hashBytes = (bytes: Uint8Array): MediaHash =>
  MediaHash.parse(createHash('sha256').update(bytes).digest('hex'))

/** Of a file, in pieces: nobody waits for fifty megabytes. */
export async function hashFile(path: string): Promise<MediaHash> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return MediaHash.parse(hash.digest('hex'))
}

/** Files by the SHA-256 of their bytes, `ab/abcdef…`: written once, never changed. */
export class MediaFiles {
  readonly folder: string
  readonly #writing = new Set<string>()

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'media')
  }

  path(hash: MediaHash): string {
    return join(this.folder, hash.slice(0, 2), hash)
  }

  /**
   * Whole and on disk when it answers, or not there: it grows under a temporary name, is looked at there, and is moved
   * when it is synced; so is the folder, which holds the name. Throws what `look` throws, `disk_full` or `disk_read_only`.
   */
  write<T>(hash: MediaHash, bytes: Uint8Array, look: (path: string) => Promise<T>): Promise<T> {
    const path = this.path(hash)
    return this.withTemporary(bytes, async (temporary) => {
      const seen = await look(temporary)
      await withDisk(this.folder, async () => {
        makeFolder(dirname(path))
        await rename(temporary, path)
        syncFolder(dirname(path))
      })
      return seen
    })
  }

  /** Bytes that are on disk under a name of no meaning while `work` runs. */
  async withTemporary<T>(bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
    const name = `${randomUUID()}.part`
    const temporary = join(this.folder, name)
    this.#writing.add(name)
    try {
      await withDisk(this.folder, async () => {
        makeFolder(this.folder)
        await writeSynced(temporary, bytes)
      })
      return await work(temporary)
    } finally {
      await rm(temporary, { force: true }).catch(() => {})
      this.#writing.delete(name)
    }
  }

  /** Whether a file of `withTemporary` is of this process and not left by a dead one. */
  isWriting(name: string): boolean {
    return this.#writing.has(name)
  }
}

async function withDisk(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw diskError(error, folder)
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
