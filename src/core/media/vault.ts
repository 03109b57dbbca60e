import { renameSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { MediaHash } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { codeOf } from '../db/code.ts'
import { makeFolder, syncFolder } from '../db/durable.ts'
import { withDiskErrors } from '../db/errors.ts'
import type { MediaFiles } from './files.ts'
import { hashFile } from './files.ts'

/**
 * Says of files whether they are what their names say. A file is hashed the first time that this run meets it, and
 * again when its size or time has changed; else looking at it costs one `stat`.
 */
export class Vault {
  readonly #files: MediaFiles
  readonly #onlyReading: boolean
  readonly #checked = new Map<MediaHash, string>()

  /** `onlyReading`: on a disk that takes nothing, files stay where they are. */
  constructor(files: MediaFiles, onlyReading = false) {
    this.#files = files
    this.#onlyReading = onlyReading
  }

  /**
   * Where the file lies, whole; null where it is not here. It comes back from the trash where it lies there; what is
   * damaged is set aside and counts as gone. Throws `media_unreadable` where the disk does not say, and as `putAway` does.
   */
  async find(hash: MediaHash): Promise<string | null> {
    const places = [this.#files.path(hash), this.trashPath(hash)]
    for (const path of places) {
      const whole = await reading(hash, () => this.#isWhole(hash, path))
      if (whole === null) continue
      if (this.#onlyReading) return whole ? path : null
      const [place = path] = places
      if (whole && path !== place) this.#move(path, place)
      if (!whole) this.#move(path, join(this.#files.folder, 'damaged', hash))
      return whole ? place : null
    }
    return null
  }

  get trash(): string {
    return join(this.#files.folder, 'trash')
  }

  trashPath(hash: MediaHash): string {
    return join(this.trash, hash)
  }

  /** Throws `disk_full`, `disk_read_only` or `disk_failing`. */
  putAway(hash: MediaHash): void {
    this.#move(this.#files.path(hash), this.trashPath(hash))
  }

  /** Null where there is no such file. */
  async #isWhole(hash: MediaHash, path: string): Promise<boolean | null> {
    const seen = await stamp(path)
    if (seen === null || this.#checked.get(hash) === seen) return seen === null ? null : true
    const whole = (await hashFile(path)) === hash
    if (whole) this.#checked.set(hash, seen)
    else this.#checked.delete(hash)
    return whole
  }

  #move(from: string, to: string): void {
    withDiskErrors(this.#files.folder, () => {
      makeFolder(dirname(to))
      try {
        renameSync(from, to)
      } catch (error) {
        // It was moved before, by somebody who then died.
        if (!isMissing(error)) throw error
      }
      syncFolder(dirname(to))
    })
  }
}

/** Runs what only reads: a disk that fails at that says nothing about whether the file is there. */
export async function reading<T>(media: MediaHash, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new GalleyError('media_unreadable', { media, system: codeOf(error) }, { cause: error })
  }
}

async function stamp(path: string): Promise<string | null> {
  try {
    const { size, mtimeMs } = await stat(path)
    return `${size} ${mtimeMs}`
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')
