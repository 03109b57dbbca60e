import type { PictureFacts } from '../contract.ts'
import { wordsOf } from '../words/words.ts'
import { decoding, openPicture } from './open.ts'

/**
 * What a file is by its content, and what it says of itself. The whole of it is decoded, in strips, and thrown away:
 * what is cut off or garbled further down is found now and not by whoever opens the article next.
 */
export async function inspect(path: string): Promise<PictureFacts> {
  const picture = await openPicture(path)
  const { mimeType, width, height, frames, metadata } = picture
  await decoding(picture.pixels('all').resize({ width: 64, withoutEnlargement: true }).raw().toBuffer())
  return { mimeType, width, height, frames, words: wordsOf(metadata) }
}
