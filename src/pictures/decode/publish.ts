import type { Sharp } from 'sharp'

import type { PictureFacts, Rendition, Statement } from '../contract.ts'
import { publishedSide } from '../limits.ts'
import { exifOf } from '../words/writeExif.ts'
import { xmpOf } from '../words/writeXmp.ts'
import { decoding, openPicture } from './open.ts'

/**
 * What readers get of a picture: its pixels, upright, in sRGB, and what `statement` says. It is encoded anew, so that
 * nothing else of the original's bytes reaches them: no place, no serial number, no thumbnail of what was cut away, and
 * nothing hidden behind its end.
 */
export async function publish(path: string, to: string, statement: Statement): Promise<Rendition> {
  const picture = await openPicture(path)
  const mimeType = publishedType(picture.mimeType)
  const pixels = picture
    .pixels('all')
    .resize({ width: publishedSide, height: publishedSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .withExif(exifOf(statement))
    .withXmp(xmpOf(statement))
  const { width, height, size, pageHeight } = await decoding(encode(pixels, mimeType).toFile(to))
  return { mimeType, width, height: pageHeight ?? height, bytes: size }
}

/** GIF has no place for words; animations go out as WebP, which has, and are smaller for it. */
const publishedType = (original: PictureFacts['mimeType']): Rendition['mimeType'] =>
  original === 'image/gif' ? 'image/webp' : original

function encode(pixels: Sharp, mimeType: Rendition['mimeType']): Sharp {
  switch (mimeType) {
    case 'image/jpeg':
      return pixels.jpeg({ quality: 88, progressive: true })
    case 'image/png':
      return pixels.png({ compressionLevel: 9 })
    case 'image/webp':
    case 'image/gif':
      return pixels.webp({ quality: 86, effort: 4 })
  }
}
