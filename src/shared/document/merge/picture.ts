import type { PictureBlock } from '../blocks.ts'
import { mergeText } from './text.ts'
import { pickChanged } from './values.ts'
import type { Three } from './types.ts'

const details = ['alt', 'caption', 'credit', 'rights', 'source'] as const
const longest = { alt: 1000, caption: 2000, credit: 500, rights: 500, source: 500 } as const

/**
 * A picture that both sides changed: the file as a whole, and each of its texts. One picture where that could be
 * decided; otherwise both, each with everything that could.
 */
export function mergePicture({ base, left, right }: Three<PictureBlock>): [PictureBlock, PictureBlock] {
  const versions: [PictureBlock, PictureBlock] = [{ ...left }, { ...right }]
  const file = pickChanged({ base: fileOf(base), left: fileOf(left), right: fileOf(right) })
  if ('value' in file) for (const version of versions) Object.assign(version, file.value)
  for (const detail of details) {
    const merged = mergeText({ base: base[detail], left: left[detail], right: right[detail] }, longest[detail])
    const [ours, theirs] = 'value' in merged ? [merged.value, merged.value] : merged.versions
    versions[0][detail] = ours
    versions[1][detail] = theirs
  }
  return versions
}

const fileOf = ({ media, width, height }: PictureBlock) => ({ media, width, height })
