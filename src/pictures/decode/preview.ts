import type { Rendition } from '../contract.ts'
import { decoding, openPicture } from './open.ts'

/** A small still of a picture, for screens. Throws `media_unsupported`, `too_large`. */
export async function preview(path: string, to: string, side: number): Promise<Rendition> {
  const picture = await openPicture(path)
  const { width, height, size } = await decoding(
    picture
      .pixels('first')
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82, effort: 2 })
      .toFile(to),
  )
  return { mimeType: 'image/webp', width, height, bytes: size }
}
