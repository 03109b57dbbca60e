import type { Paragraph, RootContent } from 'mdast'

import { clashTitle, valueText, versionTitle } from '../../messages/clashText.ts'
import { chooseLocale, translator } from '../../messages/format.ts'
import type { ClashBlock, PlainBlock } from '../blocks.ts'

/**
 * Every version of the place, each under a line that says so: what is exported before somebody decided holds all of
 * their words. Reading the file back gives those paragraphs, and no clash.
 */
export function writeClash(
  clash: ClashBlock,
  language: string,
  writeBlocks: (blocks: readonly PlainBlock[]) => RootContent[],
): RootContent[] {
  const t = translator(chooseLocale([language]))
  const versions = clash.versions.flatMap((version, index): RootContent[] => {
    const title = versionTitle(version, index, t, () => null)
    if ('value' in version) return [bold(title), words(valueText(version.value) || t('clash.blank'))]
    return [bold(title), ...(version.blocks.length === 0 ? [words(t('clash.deletes'))] : writeBlocks(version.blocks))]
  })
  return [bold(clashTitle(clash, clash.versions.length, t)), ...versions]
}

const words = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] })
const bold = (value: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: [{ type: 'text', value }] }],
})
