import { imageSize } from 'image-size'

import type { MediaFile } from '#shared/contract/media.ts'
import { maxMediaBytes } from '#shared/protocol/routes.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/** A picture of more pixels would take gigabytes to show, however small its file is. */
const maxPixels = 100_000_000

const mimeTypes: Readonly<Record<string, MediaFile['mimeType']>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
}

export type Picture = Pick<MediaFile, 'mimeType' | 'width' | 'height'>

/** What a picture is by its bytes, whatever its name says. Throws `media_unsupported` or `too_large`. */
export function readPicture(bytes: Uint8Array): Picture {
  if (bytes.length > maxMediaBytes) throw new GalleyError('too_large', { bytes: bytes.length, limit: maxMediaBytes })
  const { type, width, height, orientation } = measure(bytes)
  const mimeType = mimeTypes[type ?? '']
  if (mimeType === undefined || width < 1 || height < 1) throw new GalleyError('media_unsupported', { type })
  if (width * height > maxPixels) throw new GalleyError('too_large', { pixels: width * height, limit: maxPixels })
  // EXIF orientations 5 to 8 lie on their side, and everything that shows pictures turns them.
  const turned = orientation !== undefined && orientation >= 5
  return turned ? { mimeType, width: height, height: width } : { mimeType, width, height }
}

function measure(bytes: Uint8Array): ReturnType<typeof imageSize> {
  try {
    return imageSize(bytes)
  } catch (error) {
    throw new GalleyError('media_unsupported', {}, { cause: error })
  }
}
