import { z } from 'zod'

import { MediaFile } from '#shared/contract/media.ts'
import { PictureWords } from '#shared/domain/pictureWords.ts'
import type { Calls } from '#shared/rpc/contract.ts'
import { command, query } from '#shared/rpc/contract.ts'

const Path = z.string().min(1).max(4096)

/** Pixels as they are shown: turned by the EXIF orientation. */
const Size = MediaFile.pick({ mimeType: true, width: true, height: true })
export type PictureFacts = z.infer<typeof PictureFacts>
export const PictureFacts = Size.extend({
  /** 1 for a picture that stands still. */
  frames: z.int().min(1),
  words: PictureWords,
})

/** What a rendition says of itself in its own metadata. Empty strings are not written. */
export const Statement = z.object({
  caption: z.string().max(2000),
  alt: z.string().max(1000),
  credit: z.string().max(500),
  rights: z.string().max(500),
  source: z.string().max(500),
  /** IPTC's term for how the picture came about: the last part of its address. */
  digitalSourceType: z.string().max(100).nullable(),
  /** The implicit label of GB 45438-2025, JSON. */
  aigc: z.string().max(2000).nullable(),
})
export type Statement = z.infer<typeof Statement>

const Rendition = Size.extend({ bytes: z.int() })
export type Rendition = z.infer<typeof Rendition>

/**
 * What is asked of the process that decodes pictures. Files are named by their paths, so that no bytes pass through
 * whoever stands in between. `media_unsupported` and `too_large` say why in `reason`: see decode/refuse.ts.
 */
export const picturesContract = {
  pictures: {
    methods: {
      /** Decodes the whole file, so that what passes can be shown. */
      inspect: query({ input: z.object({ path: Path }), output: PictureFacts }),
      /** Writes a picture of at most `side` pixels either way to `to`, upright and without metadata. */
      preview: command({
        input: z.object({ path: Path, to: Path, side: z.int().min(16).max(4096) }),
        output: Rendition,
      }),
      /** Writes to `to` what readers get: upright, no metadata but `statement`. */
      publish: command({ input: z.object({ path: Path, to: Path, statement: Statement }), output: Rendition }),
    },
    events: {},
  },
} as const

/** The same, as the process itself serves it. */
export const decoderContract = {
  ...picturesContract,
  decoder: {
    methods: {
      /** Loads the library. */
      ready: query({ input: z.object({}), output: z.object({}) }),
    },
    events: {},
  },
} as const

/** Throws `media_unsupported`, `too_large`, and `decoder_unavailable` where this computer cannot run the decoder. */
export type Pictures = Calls<typeof picturesContract>['pictures']
