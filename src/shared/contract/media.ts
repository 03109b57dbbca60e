import { z } from 'zod'

import { MediaHash } from '../domain/ids.ts'
import { PictureWords } from '../domain/pictureWords.ts'
import { command, query } from '../rpc/contract.ts'

export const MediaFile = z.object({
  media: MediaHash,
  mimeType: z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp']),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
  /** Size in bytes. */
  bytes: z.int(),
})
export type MediaFile = z.infer<typeof MediaFile>

/** A picture that somebody brings in, with what its file says of it. */
export const AddedPicture = MediaFile.extend({ words: PictureWords })
export type AddedPicture = z.infer<typeof AddedPicture>

/**
 * Of a picture that cannot be shown: it is here after all, the disk cannot read it now, the desk has it, or it has to be
 * added again.
 */
export const PictureState = z.enum(['here', 'unreadable', 'atDesk', 'lost'])
export type PictureState = z.infer<typeof PictureState>

/** Pictures, stored once under the hash of their bytes. They are shown from `Platform.mediaUrl`. */
export const media = {
  methods: {
    state: query({ input: z.object({ media: MediaHash }), output: z.object({ state: PictureState }) }),
    add: command({
      input: z.object({ bytes: z.instanceof(Uint8Array) }),
      output: AddedPicture,
      errors: ['media_unsupported', 'too_large', 'disk_full', 'disk_read_only', 'disk_failing', 'decoder_unavailable'],
    }),
  },
  events: {},
} as const
