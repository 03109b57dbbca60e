import type { MediaFile } from '#shared/contract/media.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { CoreContext } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import { hashBytes, MediaFiles } from './files.ts'
import { readPicture } from './picture.ts'
import { findMedia, insertMedia } from './repository.ts'

/** Pictures of this desktop: bytes in the media folder, facts in the library. */
export class Media {
  readonly #context: CoreContext
  readonly #files: MediaFiles

  constructor(context: CoreContext) {
    this.#context = context
    this.#files = new MediaFiles(context.dataDir)
  }

  /** Stores a picture. Throws `media_unsupported`, `too_large`, `disk_full` or `disk_read_only`. */
  add(bytes: Uint8Array): Promise<MediaFile> {
    return this.#store(hashBytes(bytes), bytes, false)
  }

  /** Stores what the desk sent for `hash`. Throws `media_unsupported` when it is something else. */
  async addFromDesk(hash: MediaHash, bytes: Uint8Array): Promise<void> {
    if (hashBytes(bytes) !== hash) throw new GalleyError('media_unsupported', { media: hash, reason: 'hash' })
    await this.#store(hash, bytes, true)
  }

  /** The file behind a hash, or null when it is not here. */
  locate(hash: MediaHash): { path: string; mimeType: MediaFile['mimeType'] } | null {
    const known = findMedia(this.#context.db, hash)
    return known === undefined ? null : { path: this.#files.path(hash), mimeType: known.mimeType }
  }

  /** Throws `media_missing`. */
  async read(hash: MediaHash): Promise<{ bytes: Uint8Array<ArrayBuffer>; mimeType: MediaFile['mimeType'] }> {
    const known = findMedia(this.#context.db, hash)
    const bytes = await this.#files.read(hash).catch(() => null)
    if (known === undefined || bytes === null) throw new GalleyError('media_missing', { media: hash })
    return { bytes, mimeType: known.mimeType }
  }

  async #store(media: MediaHash, bytes: Uint8Array, atDesk: boolean): Promise<MediaFile> {
    const file: MediaFile = { media, ...readPicture(bytes), bytes: bytes.length }
    await this.#files.write(media, bytes)
    transaction(this.#context.db, (tx) => insertMedia(tx, { ...file, atDesk }))
    return file
  }
}
