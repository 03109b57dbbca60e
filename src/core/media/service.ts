import { readFile, stat } from 'node:fs/promises'

import type { PictureFacts, Pictures } from '#pictures/contract.ts'
import type { AddedPicture, MediaFile, PictureState } from '#shared/contract/media.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { maxMediaBytes } from '#shared/protocol/media.ts'
import { GalleyError, isGalleyError } from '#shared/rpc/errors.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import { hashBytes, MediaFiles } from './files.ts'
import { Previews } from './previews.ts'
import { findMedia, insertMedia, setGone } from './repository.ts'
import { missingMedia } from '../revisions/repository.ts'
import { reading, Vault } from './vault.ts'

/** Pictures of this desktop: bytes in the media folder, facts in the library. */
export class Media {
  readonly #context: CoreContext
  readonly files: MediaFiles
  readonly vault: Vault
  /** Called when a file was found missing or damaged. */
  onLost: () => void = () => {}
  readonly #pictures: Pictures
  readonly #previews: Previews
  readonly #onlyReading: boolean
  /** Files that the disk could not read when they were last asked for. */
  readonly #unreadable = new Set<MediaHash>()

  /** `onlyReading`: the disk takes nothing, so nothing is moved, noted or made. */
  constructor(context: CoreContext, pictures: Pictures, onlyReading = false) {
    this.#context = context
    this.#pictures = pictures
    this.#onlyReading = onlyReading
    this.files = new MediaFiles(context.dataDir)
    this.vault = new Vault(this.files, onlyReading)
    this.#previews = new Previews(context.dataDir, pictures, context.log)
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
    return this.files.withTemporary(bytes, (path) => this.#pictures.inspect({ path }))
  }

  /** Stores what the desk sent for `hash`. Throws `media_unsupported` when it is something else. */
  async addFromDesk(hash: MediaHash, bytes: Uint8Array): Promise<void> {
    if (hashBytes(bytes) !== hash) throw new GalleyError('media_unsupported', { media: hash, reason: 'hash' })
    await this.#store(hash, bytes, true)
  }

  /**
   * The file behind a hash, or null when it is not here, whole. What is found damaged is set aside, and fetched again
   * where the desk has it. A file whose row was lost with an older library is taken in again. Throws `media_unreadable`
   * where the disk does not say what it has.
   */
  async locate(hash: MediaHash): Promise<{ path: string; mimeType: MediaFile['mimeType'] } | null> {
    const { db } = this.#context
    const path = await this.#watched(hash, () => this.vault.find(hash))
    const known = findMedia(db, hash)
    if (path === null) {
      if (known !== undefined && !known.gone) this.#lost(hash)
      return null
    }
    if (known !== undefined && !known.gone) return { path, mimeType: known.mimeType }
    const { mimeType, width, height } = await this.#pictures.inspect({ path })
    const file = {
      media: hash,
      mimeType,
      width,
      height,
      bytes: (await stat(path)).size,
      atDesk: known?.atDesk ?? false,
    }
    if (!this.#onlyReading) transaction(db, (tx) => insertMedia(tx, file))
    return { path, mimeType }
  }

  /** The same for a window, which needs no more pixels than it shows. */
  async locateForScreen(hash: MediaHash): Promise<{ path: string; mimeType: MediaFile['mimeType'] } | null> {
    const original = await this.locate(hash)
    if (original === null || this.#onlyReading) return original
    const known = findMedia(this.#context.db, hash)
    return known === undefined ? null : this.#previews.of(known, original)
  }

  mimeTypeOf(hash: MediaHash): MediaFile['mimeType'] | undefined {
    return findMedia(this.#context.db, hash)?.mimeType
  }

  /** What has become of a picture that cannot be shown. */
  state(hash: MediaHash): PictureState {
    const known = findMedia(this.#context.db, hash)
    if (known !== undefined && !known.gone) return this.#unreadable.has(hash) ? 'unreadable' : 'here'
    const expected = missingMedia(this.#context.db).some(({ media }) => media === hash)
    return expected ? 'atDesk' : 'lost'
  }

  /** Throws `media_missing`, or `media_unreadable` for a file that is here and that the disk cannot read now. */
  async read(hash: MediaHash): Promise<{ bytes: Uint8Array<ArrayBuffer>; mimeType: MediaFile['mimeType'] }> {
    const located = await this.locate(hash)
    if (located === null) throw new GalleyError('media_missing', { media: hash })
    const bytes = await this.#watched(hash, () => reading(hash, () => readFile(located.path)))
    return { bytes: new Uint8Array(bytes), mimeType: located.mimeType }
  }

  async #watched<T>(hash: MediaHash, work: () => Promise<T>): Promise<T> {
    this.#unreadable.delete(hash)
    try {
      return await work()
    } catch (error) {
      if (isGalleyError(error, 'media_unreadable')) this.#unreadable.add(hash)
      throw error
    }
  }

  #lost(hash: MediaHash): void {
    const { db, log } = this.#context
    log.warn('a picture is missing or damaged', { media: hash })
    if (this.#onlyReading) return
    transaction(db, (tx) => setGone(tx, hash, now(this.#context)))
    this.onLost()
  }

  async #store(media: MediaHash, bytes: Uint8Array, atDesk: boolean): Promise<AddedPicture> {
    refuseTooLarge(bytes)
    const look = (path: string) => this.#pictures.inspect({ path })
    const { mimeType, width, height, words } = await this.files.write(media, bytes, look)
    const file: MediaFile = { media, mimeType, width, height, bytes: bytes.length }
    transaction(this.#context.db, (tx) => insertMedia(tx, { ...file, atDesk }))
    return { ...file, words }
  }
}

function refuseTooLarge(bytes: Uint8Array): void {
  if (bytes.length > maxMediaBytes) throw new GalleyError('too_large', { bytes: bytes.length, limit: maxMediaBytes })
}
