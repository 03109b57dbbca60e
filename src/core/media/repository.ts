import { z } from 'zod'

import { MediaFile } from '#shared/contract/media.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { flag } from '../db/json.ts'

const StoredFile = z.object({
  hash: MediaFile.shape.media,
  mime_type: MediaFile.shape.mimeType,
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  at_desk: flag,
  gone_at: z.string().nullable(),
})

export interface KnownFile extends MediaFile {
  /** The desk is known to have it, so it need not be sent. */
  atDesk: boolean
  /** The file was found missing or damaged. */
  gone: boolean
}

export function findMedia(db: ReadableDb, hash: MediaHash): KnownFile | undefined {
  const row = db.get(StoredFile, 'SELECT * FROM media WHERE hash = ?', [hash])
  if (row === undefined) return undefined
  const { width, height, bytes } = row
  return {
    media: row.hash,
    mimeType: row.mime_type,
    width,
    height,
    bytes,
    atDesk: row.at_desk,
    gone: row.gone_at !== null,
  }
}

/** The file is here, and whole. */
export function insertMedia(
  tx: WritableDb,
  { media, mimeType, width, height, bytes, atDesk }: Omit<KnownFile, 'gone'>,
): void {
  tx.run(
    `INSERT INTO media (hash, mime_type, width, height, bytes, at_desk) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET at_desk = max(at_desk, excluded.at_desk), gone_at = NULL`,
    [media, mimeType, width, height, bytes, atDesk ? 1 : 0],
  )
}

export const setGone = (tx: WritableDb, hash: MediaHash, at: Instant) =>
  tx.run('UPDATE media SET gone_at = ? WHERE hash = ?', [at, hash])

export const setAtDesk = (tx: WritableDb, hash: MediaHash) =>
  tx.run('UPDATE media SET at_desk = 1 WHERE hash = ?', [hash])

/** The desk was set back to an older state: nobody knows what it still has. */
export const forgetAtDesk = (tx: WritableDb) => tx.run('UPDATE media SET at_desk = 0')
