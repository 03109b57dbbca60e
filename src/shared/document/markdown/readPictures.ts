import { PictureBlock } from '../blocks.ts'
import { nameBeside } from './attachments.ts'
import type { PictureKey } from './keys.ts'
import { pictureKeys } from './keys.ts'
import { importError } from './problem.ts'
import { isPicturePlace } from './pieces.ts'
import type { ParsedArticle } from './types.ts'
import type { YamlValue } from './yamlValue.ts'
import { asChecked, asGroup, asMap } from './yamlValue.ts'

type Details = Record<PictureKey, string>

/** Adds what `pictures` says of each file. Alternative text and caption beside the picture itself go first. */
export function describePictures(
  blocks: ParsedArticle['blocks'],
  written: YamlValue | undefined,
): ParsedArticle['blocks'] {
  if (written === undefined) return blocks
  const described = new Map<string, Details>()
  const shown = new Set(blocks.filter(isPicturePlace).map(({ name }) => name))
  for (const [file, { key, value }] of asMap(written)) {
    const name = nameBeside(file, key)
    if (!shown.has(name)) throw importError(key, 'unusedPicture')
    described.set(name, readDetails(value))
  }
  return blocks.map((block) => {
    const details = isPicturePlace(block) ? described.get(block.name) : undefined
    if (!isPicturePlace(block) || details === undefined) return block
    return { ...block, ...details, alt: block.alt || details.alt, caption: block.caption || details.caption }
  })
}

function readDetails(value: YamlValue): Details {
  const group = asGroup(value, pictureKeys)
  const text = (key: PictureKey): string => {
    const given = group[key]
    return given === undefined ? '' : asChecked(given, PictureBlock.shape[key])
  }
  return {
    alt: text('alt'),
    caption: text('caption'),
    credit: text('credit'),
    rights: text('rights'),
    source: text('source'),
  }
}
