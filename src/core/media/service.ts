import type { PictureFacts, Pictures } from '#pictures/contract.ts'
import type { AddedPicture, MediaFile } from '#shared/contract/media.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { maxMediaBytes } from '#shared/protocol/routes.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { CoreContext } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import { hashBytes, MediaFiles } from './files.ts'
import { findMedia, insertMedia } from './repository.ts'

/** Pictures of this desktop: bytes in the media folder, facts in the library. */
export class Media {
  readonly #context: CoreContext
  readonly #files: MediaFiles
  readonly #pictures: Pictures

  constructor(context: CoreContext, pictures: Pictures) {
    this.#context = context
    this.#pictures = pictures
    this.#files = new MediaFiles(context.dataDir)
  }

  /**
   * Stores a picture, decoded to its end before anything else touches it. Throws `media_unsupported`, `too_large`,
   * `decoder_unavailable`, `disk_full` or `disk_read_only`.
   */
  add(bytes: Uint8Array): Promise<AddedPicture> {
    return this.#store(hashBytes(bytes), bytes, false)
  }

  /** What a picture is, without keeping it. Throws as `add` does. */
  inspect(bytes: Uint8Array): Promise<PictureFacts> {
    refuseTooLarge(bytes)
    return this.#files.withTemporary(bytes, (path) => this.#pictures.inspect({ path }))
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

  async #store(media: MediaHash, bytes: Uint8Array, atDesk: boolean): Promise<AddedPicture> {
    refuseTooLarge(bytes)
    const look = (path: string) => this.#pictures.inspect({ path })
    const { mimeType, width, height, words } = await this.#files.write(media, bytes, look)
    const file: MediaFile = { media, mimeType, width, height, bytes: bytes.length }
    transaction(this.#context.db, (tx) => insertMedia(tx, { ...file, atDesk }))
    return { ...file, words }
  }
}

function refuseTooLarge(bytes: Uint8Array): void {
  if (bytes.length > maxMediaBytes) throw new GalleyError('too_large', { bytes: bytes.length, limit: maxMediaBytes })
}
