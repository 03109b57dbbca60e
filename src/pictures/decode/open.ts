import type { Metadata, Sharp } from 'sharp'

import type { PictureFacts } from '../contract.ts'
import { maxFrames, maxPixels } from '../limits.ts'
import { decoder } from './library.ts'
import { refusePolyglot } from './polyglot.ts'
import { tooLarge, unsupported } from './refuse.ts'
import { startsAsPicture } from './starts.ts'

const mimeTypes: Readonly<Record<string, PictureFacts['mimeType']>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
}

export interface OpenPicture extends Pick<PictureFacts, 'mimeType' | 'width' | 'height' | 'frames'> {
  readonly metadata: Metadata
  /** A fresh pipeline, upright, over all frames or the first. */
  pixels(frames: 'all' | 'first'): Sharp
}

/** Reads the head of a file and bounds what it claims, before a pixel is decoded. Throws `media_unsupported`, `too_large`. */
export async function openPicture(path: string): Promise<OpenPicture> {
  const sharp = await decoder()
  const metadata = await sharp(path, { limitInputPixels: false, pages: -1 })
    .metadata()
    .catch(async (error: unknown) => {
      throw unsupported((await startsAsPicture(path)) ? 'damaged' : 'type', error)
    })
  const mimeType = mimeTypes[metadata.format]
  if (mimeType === undefined) throw unsupported('type')
  const frames = metadata.pages ?? 1
  if (frames > maxFrames) throw tooLarge('frames', frames, maxFrames)
  // Of an animation, libvips gives the height of all frames in one column.
  const { width, height: stacked } = metadata
  if (width * stacked > maxPixels) throw tooLarge('pixels', width * stacked, maxPixels)
  await refusePolyglot(path, mimeType)
  const height = metadata.pageHeight ?? stacked
  // EXIF orientations 5 to 8 lie on their side.
  const turned = (metadata.orientation ?? 1) >= 5
  return {
    mimeType,
    width: turned ? height : width,
    height: turned ? width : height,
    frames,
    metadata,
    pixels(frames) {
      const pages = frames === 'all' ? -1 : 1
      return sharp(path, { limitInputPixels: maxPixels, pages, failOn: 'error', sequentialRead: true }).autoOrient()
    },
  }
}

/** Runs a pipeline to its end. What fails on the way is the file's fault. */
export async function decoding<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw unsupported('damaged', error)
  }
}
