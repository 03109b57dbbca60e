import { z } from 'zod'

import { MediaFile } from '#shared/contract/media.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { flag } from '../db/json.ts'

const StoredFile = z.object({
  hash: MediaFile.shape.media,
  mime_type: MediaFile.shape.mimeType,
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  at_desk: flag,
})

export interface KnownFile extends MediaFile {
  /** The desk is known to have it, so it need not be sent. */
  atDesk: boolean
}

export function findMedia(db: ReadableDb, hash: MediaHash): KnownFile | undefined {
  const row = db.get(StoredFile, 'SELECT * FROM media WHERE hash = ?', [hash])
  if (row === undefined) return undefined
  const { width, height, bytes } = row
  return { media: row.hash, mimeType: row.mime_type, width, height, bytes, atDesk: row.at_desk }
}

export function insertMedia(tx: WritableDb, { media, mimeType, width, height, bytes, atDesk }: KnownFile): void {
  tx.run(
    'INSERT INTO media VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE SET at_desk = max(at_desk, excluded.at_desk)',
    [media, mimeType, width, height, bytes, atDesk ? 1 : 0],
  )
}

export const setAtDesk = (tx: WritableDb, hash: MediaHash) =>
  tx.run('UPDATE media SET at_desk = 1 WHERE hash = ?', [hash])

/** The desk was set back to an older state: nobody knows what it still has. */
export const forgetAtDesk = (tx: WritableDb) => tx.run('UPDATE media SET at_desk = 0')
