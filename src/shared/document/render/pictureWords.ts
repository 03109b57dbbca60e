import type { PictureBlock } from '../blocks.ts'
import { printableLine } from './printable.ts'

export type PrintedPicture = Record<'caption' | 'alt' | 'credit' | 'rights' | 'source', string>

/** The words of a picture as they are printed under it, said in JSON-LD, and written into its published file. */
export const printedPicture = ({ caption, alt, credit, rights, source }: PictureBlock): PrintedPicture => ({
  caption: printableLine(caption),
  alt: printableLine(alt),
  credit: printableLine(credit),
  rights: printableLine(rights),
  source: printableLine(source),
})
