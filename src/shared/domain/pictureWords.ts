import { z } from 'zod'

/** Where in a picture's file a word was written down. */
export const WordsOrigin = z.enum(['xmp', 'iptc', 'exif'])
export type WordsOrigin = z.infer<typeof WordsOrigin>

const word = (longest: number) =>
  z.object({
    text: z.string().min(1).max(longest),
    origin: WordsOrigin,
    /** The file does not say how its letters are encoded, and this is the likeliest reading. */
    guessed: z.boolean(),
  })

/** What a picture's own metadata says of it, each in the field of ours that it belongs in; absent where it says nothing. */
export const PictureWords = z
  .object({ caption: word(2000), alt: word(1000), credit: word(500), rights: word(500), source: word(500) })
  .partial()
export type PictureWords = z.infer<typeof PictureWords>
