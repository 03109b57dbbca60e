import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { Pictures } from '#pictures/contract.ts'
import type { MediaFile } from '#shared/contract/media.ts'
import { makeFolder } from '../db/durable.ts'
import type { Logger } from '#shared/log.ts'
import type { KnownFile } from './repository.ts'

/** The longer side of what windows show of a large picture: twice the width of the column. Pixels. */
const side = 1600

type Located = { path: string; mimeType: MediaFile['mimeType'] }

/**
 * Small stills of large pictures, so that a window does not decode fifty megapixels to show a column's width. They are
 * made when a picture is first asked for, away from whoever asked, and may be thrown away at any time.
 */
export class Previews {
  readonly #folder: string
  readonly #pictures: Pictures
  readonly #log: Logger
  /** Being made, or found impossible. */
  readonly #begun = new Set<string>()

  constructor(dataDir: string, pictures: Pictures, log: Logger) {
    this.#folder = join(dataDir, 'previews')
    this.#pictures = pictures
    this.#log = log
  }

  /** What to show: the file itself where it is small or may move, and until its preview is there. */
  of({ media, width, height }: KnownFile, original: Located): Located {
    const isStill = original.mimeType === 'image/jpeg' || original.mimeType === 'image/png'
    if (!isStill || Math.max(width, height) <= side) return original
    const path = join(this.#folder, `${media}-${side}.webp`)
    if (existsSync(path)) return { path, mimeType: 'image/webp' }
    if (!this.#begun.has(media)) {
      this.#begun.add(media)
      void this.#make(original.path, path).catch((error: unknown) =>
        this.#log.warn('no preview was made', { media, error: String(error) }),
      )
    }
    return original
  }

  async #make(from: string, to: string): Promise<void> {
    const temporary = `${to}.part`
    makeFolder(this.#folder)
    try {
      await this.#pictures.preview({ path: from, to: temporary, side })
      await rename(temporary, to)
    } finally {
      await rm(temporary, { force: true })
    }
  }
}
