import { z } from 'zod'

import { MediaHash } from '../domain/ids.ts'
import { PictureWords } from '../domain/pictureWords.ts'
import { command } from '../rpc/contract.ts'

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

/** Pictures, stored once under the hash of their bytes. They are shown from `Platform.mediaUrl`. */
export const media = {
  methods: {
    add: command({
      input: z.object({ bytes: z.instanceof(Uint8Array) }),
      output: AddedPicture,
      errors: ['media_unsupported', 'too_large', 'disk_full', 'disk_read_only', 'disk_failing', 'decoder_unavailable'],
    }),
  },
  events: {},
} as const
