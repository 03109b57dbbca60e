import { readdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

import type { Pictures } from '#pictures/contract.ts'
import type { MediaFile } from '#shared/contract/media.ts'
import { MediaHash } from '#shared/domain/ids.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { makeFolder, syncFolder } from '../db/durable.ts'
import type { MediaFiles } from '../media/files.ts'
import { stagedPicture, stagingFolder } from './staging.ts'

export interface CheckedPictures {
  good: MediaFile[]
  /** A decoder refused them: they are no pictures, or none that this version reads. */
  refused: number
}

/** Decodes every staged picture to its end, as any stranger's file. Throws `decoder_unavailable`. */
export async function checkPictures(
  dataDir: string,
  pictures: Pictures,
  tell: (done: number, total: number) => void,
): Promise<CheckedPictures> {
  const checked: CheckedPictures = { good: [], refused: 0 }
  const all = stagedPictures(dataDir)
  for (const [done, media] of all.entries()) {
    tell(done, all.length)
    const path = stagedPicture(dataDir, media)
    try {
      const { mimeType, width, height } = await pictures.inspect({ path })
      checked.good.push({ media, mimeType, width, height, bytes: statSync(path).size })
    } catch (error) {
      if (!isGalleyError(error, 'media_unsupported') && !isGalleyError(error, 'too_large')) throw error
      checked.refused += 1
    }
  }
  return checked
}

/** Puts a picture that was synced when it was staged in its place. Before any row names it: a file without one is harmless. */
export function placePicture(dataDir: string, files: MediaFiles, media: MediaHash): void {
  const path = files.path(media)
  makeFolder(dirname(path))
  renameSync(stagedPicture(dataDir, media), path)
  syncFolder(dirname(path))
}

function stagedPictures(dataDir: string): MediaHash[] {
  const folder = dirname(stagedPicture(dataDir, MediaHash.parse('0'.repeat(64))))
  if (statSync(stagingFolder(dataDir), { throwIfNoEntry: false }) === undefined) return []
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return []
  return readdirSync(folder).filter((name): name is MediaHash => MediaHash.safeParse(name).success)
}
