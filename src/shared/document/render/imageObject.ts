import type { MediaHash } from '../../domain/ids.ts'
import type { PictureBlock } from '../blocks.ts'
import { printableLine } from './printable.ts'

/** A picture as schema.org sees it: the same words as in its caption. */
export function imageObject(picture: PictureBlock, mediaUrl: (hash: MediaHash) => string): Record<string, unknown> {
  const { media, width, height } = picture
  const source = printableLine(picture.source)
  const words = {
    caption: printableLine(picture.caption),
    description: printableLine(picture.alt),
    creditText: printableLine(picture.credit),
    copyrightNotice: printableLine(picture.rights),
  }
  return {
    '@type': 'ImageObject',
    contentUrl: mediaUrl(media),
    width,
    height,
    ...Object.fromEntries(Object.entries(words).filter(([, text]) => text !== '')),
    ...(source === '' ? {} : { provider: { '@type': 'Organization', name: source } }),
  }
}
