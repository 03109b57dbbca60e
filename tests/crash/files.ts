import { png } from '#core/testing/pictures.ts'
import type { Random } from '../kit/random.ts'

export const somePicture = (random: Random): Uint8Array<ArrayBuffer> => png(1 + random(400), 1 + random(60))

/** A file to be imported, with these words and this picture. */
export function fileOf(words: string, picture: Uint8Array<ArrayBuffer>) {
  const markdown = `---\nkind: original\nheadline: 来稿\n---\n\n${words}\n\n![图](a.png)\n`
  return {
    fileName: 'a.md',
    bytes: new TextEncoder().encode(markdown),
    attachments: [{ name: 'a.png', bytes: picture }],
  }
}
