import type { Element } from 'hast'
import { h } from 'hastscript'

import type { NameOf } from '../../messages/clashText.ts'
import { clashTitle, valueText, versionTitle } from '../../messages/clashText.ts'
import type { Translate } from '../../messages/format.ts'
import type { ClashBlock, PlainBlock } from '../blocks.ts'
import { printableLine } from './printable.ts'

/** Every version of the place, each under whose it is. Readers never see one; colleagues who look at a draft do. */
export function clashHast(
  clash: ClashBlock,
  t: Translate,
  nameOf: NameOf,
  bodyHast: (blocks: readonly PlainBlock[]) => Element[],
): Element {
  const shown =
    clash.of === 'body'
      ? clash.versions.map(({ blocks }) => (blocks.length === 0 ? [h('p', t('clash.deletes'))] : bodyHast(blocks)))
      : clash.versions.map(({ value }) => [
          h('p', { dir: 'auto' }, printableLine(valueText(value)) || t('clash.blank')),
        ])
  const versions = clash.versions.map((version, index) =>
    h('section', [h('h4', versionTitle(version, index, t, nameOf)), ...(shown[index] ?? [])]),
  )
  return h('div', { className: ['clash'] }, [h('p', clashTitle(clash, clash.versions.length, t)), ...versions])
}
