import type { Exif } from 'sharp'

import type { Statement } from '../contract.ts'

/**
 * The words that EXIF has a place for, for programs that read nothing else. EXIF knows ASCII only, and the library
 * writes question marks for the rest: words in other letters stand in XMP alone.
 */
export function exifOf({ caption, credit, rights }: Statement): Exif {
  const words = { ImageDescription: caption, Artist: credit, Copyright: rights }
  return { IFD0: Object.fromEntries(Object.entries(words).filter(([, text]) => /^[ -~]+$/.test(text))) }
}
