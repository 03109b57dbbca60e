import type { MediaHash } from '../../domain/ids.ts'
import type { PictureBlock } from '../blocks.ts'
import { printedPicture } from './pictureWords.ts'

/** A picture as schema.org sees it: the same words as in its caption. */
export function imageObject(picture: PictureBlock, mediaUrl: (hash: MediaHash) => string): Record<string, unknown> {
  const { media, width, height } = picture
  const { caption, alt, credit, rights, source } = printedPicture(picture)
  const words = { caption, description: alt, creditText: credit, copyrightNotice: rights }
  return {
    '@type': 'ImageObject',
    contentUrl: mediaUrl(media),
    width,
    height,
    ...Object.fromEntries(Object.entries(words).filter(([, text]) => text !== '')),
    ...(source === '' ? {} : { provider: { '@type': 'Organization', name: source } }),
  }
}
