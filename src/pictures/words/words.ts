import type { Metadata } from 'sharp'

import { plainLine } from '#shared/document/render/printable.ts'
import type { PictureWords, WordsOrigin } from '#shared/domain/pictureWords.ts'
import { maxMetadata } from '../limits.ts'
import type { Decoded } from './charset.ts'
import { readExifWords } from './exif.ts'
import { dataset, readIim } from './iim.ts'
import { readXmp } from './xmp.ts'

type Segments = Pick<Metadata, 'exif' | 'iptc' | 'xmp'>
type Word = { text: string; origin: WordsOrigin; guessed: boolean }

/**
 * What a picture says of itself. XMP is read first, then IPTC's older form, then EXIF, as the Metadata Working Group
 * has it: the first that says something counts, for each field. Everything is bounded and cleaned: a stranger wrote it.
 */
export function wordsOf(segments: Segments): PictureWords {
  const xmp = readXmp(bounded(segments.xmp))
  const iim = readIim(bounded(segments.iptc))
  const exif = readExifWords(bounded(segments.exif))
  const fromXmp = (...parameters: Parameters<typeof xmp>) => word('xmp', sure(xmp(...parameters)[0]))
  const listFromXmp = (...parameters: Parameters<typeof xmp>) => word('xmp', sure(xmp(...parameters).join(', ')))
  const fromIim = (number: number) => word('iptc', iim.get(number))

  const creator = listFromXmp('dc', 'creator') ?? fromIim(dataset.byline) ?? word('exif', exif('Artist'))
  const found: Record<keyof PictureWords, Word | undefined> = {
    caption: fromXmp('dc', 'description') ?? fromIim(dataset.caption) ?? word('exif', exif('ImageDescription')),
    alt: fromXmp('Iptc4xmpCore', 'AltTextAccessibility'),
    credit: fromXmp('photoshop', 'Credit') ?? fromIim(dataset.credit) ?? creator,
    rights:
      fromXmp('dc', 'rights') ??
      fromIim(dataset.copyright) ??
      word('exif', exif('Copyright')) ??
      fromXmp('xmpRights', 'UsageTerms'),
    source: fromXmp('photoshop', 'Source') ?? fromIim(dataset.source),
  }
  const limits = { caption: 2000, alt: 1000, credit: 500, rights: 500, source: 500 } as const
  const entries = (Object.keys(limits) as (keyof PictureWords)[]).flatMap((name) => {
    const said = found[name]
    return said === undefined ? [] : [[name, { ...said, text: cut(said.text, limits[name]) }] as const]
  })
  return Object.fromEntries(entries)
}

const bounded = (segment: Buffer | undefined): Buffer =>
  segment === undefined || segment.length > maxMetadata ? Buffer.alloc(0) : segment

const sure = (text: string | undefined): Decoded | undefined =>
  text === undefined ? undefined : { text, guessed: false }

/** One clean line, without marks that would turn the words around it; undefined when nothing is left. */
function word(origin: WordsOrigin, said: Decoded | undefined): Word | undefined {
  if (said === undefined) return undefined
  const text = plainLine(said.text.normalize('NFC'))
  return text === '' || placeholders.has(text.toLowerCase()) ? undefined : { text, origin, guessed: said.guessed }
}

/** What cameras and programs write when nobody has written anything. */
const placeholders = new Set([
  'olympus digital camera',
  'digital camera',
  'sony dsc',
  'dcim',
  'default',
  'camera',
  'untitled',
  'screenshot',
  'minolta digital camera',
  'exif_jpeg_picture',
])

/** At most `longest` UTF-16 units, and no half character at the end. */
const cut = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : text
        .slice(0, longest)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()
