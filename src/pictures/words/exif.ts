import readExif from 'exif-reader'

import type { Decoded } from './charset.ts'
import { decodeUnstated } from './charset.ts'

type Tag = 'ImageDescription' | 'Artist' | 'Copyright'

/** The words of EXIF's first directory. Nothing where it is garbled. */
export function readExifWords(segment: Buffer): (tag: Tag) => Decoded | undefined {
  const image = imageTags(segment)
  return (tag) => {
    const value = image[tag]
    if (typeof value === 'string') return { text: value, guessed: false }
    // Text with anything beyond ASCII, which the standard does not know and every camera writes.
    return value instanceof Uint8Array ? decodeUnstated(value) : undefined
  }
}

function imageTags(segment: Buffer): Partial<Record<string, unknown>> {
  try {
    return readExif(segment).Image ?? {}
  } catch {
    return {}
  }
}
