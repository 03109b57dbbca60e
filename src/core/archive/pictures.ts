import { createReadStream, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

import { MediaHash } from '#shared/domain/ids.ts'
import type { MediaFile } from '#shared/contract/media.ts'
import { diskError } from '../db/errors.ts'
import type { ReadableDb } from '../db/handles.ts'
import { hashFile, MediaFiles } from '../media/files.ts'
import { findMedia } from '../media/repository.ts'
import { Vault } from '../media/vault.ts'

export interface Picture {
  media: MediaHash
  mimeType: MediaFile['mimeType']
  bytes: number
  path: string
}

/** The files that any article uses and that are here. One that was never fetched, or is gone, cannot travel. */
export function picturesOf(db: ReadableDb, dataDir: string): Picture[] {
  const files = new MediaFiles(dataDir)
  const vault = new Vault(files)
  return usedMedia(db).flatMap((media) => {
    const known = findMedia(db, media)
    if (known === undefined) return []
    const path = [files.path(media), vault.trashPath(media)].find((place) => existsSync(place))
    return path === undefined ? [] : [{ media, mimeType: known.mimeType, bytes: known.bytes, path }]
  })
}

/**
 * Whether the file is what its name says. One that is damaged must not take the name of a good one elsewhere, and one that
 * the disk cannot read must not keep everything else from being saved.
 */
export const isWhole = ({ path, media }: Picture): Promise<boolean> =>
  hashFile(path).then(
    (hash) => hash === media,
    () => false,
  )

/** Throws `disk_failing` and the like, so that this disk is not taken for the one that is written to. */
export async function* bytesOf({ path }: Picture): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path)) yield piece as Uint8Array
  } catch (error) {
    throw diskError(error, dirname(path))
  }
}

const usedMedia = (db: ReadableDb): MediaHash[] =>
  db
    .all(z.object({ media: MediaHash }), 'SELECT DISTINCT media FROM media_uses ORDER BY media')
    .map(({ media }) => media)
