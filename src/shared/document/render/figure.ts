import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

import type { PictureBlock } from '../blocks.ts'
import type { BodyOptions } from './body.ts'
import { printedPicture } from './pictureWords.ts'

/** A picture with everything that has to stand under it: what it shows, who made it, by what right, and from where. */
export function figure(picture: PictureBlock, { mediaUrl, t }: BodyOptions): Element {
  const { media, width, height } = picture
  const printed = printedPicture(picture)
  const image = h('img', {
    src: mediaUrl(media),
    alt: printed.alt,
    width,
    height,
    loading: 'lazy',
    decoding: 'async',
  })
  const { caption } = printed
  const credits = (
    [
      ['site.credit', printed.credit],
      ['newsroom.source', printed.source],
      ['site.rights', printed.rights],
    ] as const
  )
    .map(([key, value]) => ({ label: t('site.labelled', { label: t(key) }), value }))
    .filter(({ value }) => value !== '')
    .map(({ label, value }): ElementContent => h('span', [label, h('bdi', value)]))
  if (caption === '' && credits.length === 0) return h('figure', [image])
  return h('figure', [
    image,
    h('figcaption', [
      ...(caption === '' ? [] : [h('p', { dir: 'auto' }, caption)]),
      ...(credits.length === 0 ? [] : [h('p', { className: ['credits'] }, spaced(credits))]),
    ]),
  ])
}

const spaced = (elements: readonly ElementContent[]): ElementContent[] =>
  elements.flatMap((element, index): ElementContent[] =>
    index === 0 ? [element] : [{ type: 'text', value: ' ' }, element],
  )
