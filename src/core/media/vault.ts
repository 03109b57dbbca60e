import { existsSync, renameSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { MediaHash } from '#shared/domain/ids.ts'
import { makeFolder, syncFolder } from '../db/durable.ts'
import type { MediaFiles } from './files.ts'
import { hashFile } from './files.ts'

/**
 * Says of files whether they are what their names say. A file is hashed the first time that this run meets it, and
 * again when its size or time has changed; else looking at it costs one `stat`.
 */
export class Vault {
  readonly #files: MediaFiles
  readonly #checked = new Map<MediaHash, string>()

  constructor(files: MediaFiles) {
    this.#files = files
  }

  /** Brings the file back from the trash where it lies there. What is damaged is set aside and counts as gone. */
  async isWhole(hash: MediaHash): Promise<boolean> {
    const path = this.#files.path(hash)
    if (!existsSync(path) && !this.takeBack(hash)) return false
    const seen = await stamp(path)
    if (this.#checked.get(hash) === seen) return true
    if ((await hashFile(path)) === hash) {
      this.#checked.set(hash, seen)
      return true
    }
    this.#checked.delete(hash)
    move(path, join(this.#files.folder, 'damaged', hash))
    return false
  }

  trashPath(hash: MediaHash): string {
    return join(this.#files.folder, 'trash', hash)
  }

  putAway(hash: MediaHash): void {
    const path = this.#files.path(hash)
    if (existsSync(path)) move(path, this.trashPath(hash))
  }

  takeBack(hash: MediaHash): boolean {
    if (!existsSync(this.trashPath(hash))) return false
    move(this.trashPath(hash), this.#files.path(hash))
    return true
  }
}

async function stamp(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path)
  return `${size} ${mtimeMs}`
}

function move(from: string, to: string): void {
  makeFolder(dirname(to))
  renameSync(from, to)
  syncFolder(dirname(to))
}
