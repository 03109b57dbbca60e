import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

import type { MediaHash } from '../../domain/ids.ts'
import type { NameOf } from '../../messages/clashText.ts'
import type { Translate } from '../../messages/format.ts'
import type { Block, ClashBlock, ListBlock, UnknownBlock } from '../blocks.ts'
import { isClash, isKnownBlock } from '../blocks.ts'
import { isList } from '../text.ts'
import { clashHast } from './clash.ts'
import { figure } from './figure.ts'
import { inlineHast, textOfUnknown } from './inline.ts'
import { printable } from './printable.ts'

export interface BodyOptions {
  mediaUrl: (hash: MediaHash) => string
  /** In the newsroom's language: labels of credits, and what is said of parts that cannot be shown. */
  t: Translate
  /** Says whose version of a clash is whose. */
  nameOf?: NameOf
}

/** The body as elements, one for each block and in their order. Nothing is dropped: what is unknown is shown as such. */
export const bodyHast = (blocks: readonly Block[], options: BodyOptions): Element[] =>
  blocks.map((block) => blockHast(block, options))

function blockHast(block: Block, options: BodyOptions): Element {
  if (isClash(block)) return clashOf(block, options)
  if (!isKnownBlock(block)) return placeholder(block, options)
  switch (block.type) {
    case 'paragraph':
      return h('p', withoutIndent(inlineHast(block.children)))
    case 'heading':
      return h(block.tag, inlineHast(block.children))
    case 'quote':
      return h('blockquote', [h('p', inlineHast(block.children))])
    case 'list':
      return listHast(block)
    case 'picture':
      return figure(block, options)
  }
}

const clashOf = (clash: ClashBlock, options: BodyOptions): Element =>
  clashHast(clash, options.t, options.nameOf ?? (() => null), (blocks) => bodyHast(blocks, options))

/** Lexical wraps a deeper list in an item of its own; readers expect it inside the item above. */
function listHast(list: ListBlock): Element {
  const items: Element[] = []
  for (const { children } of list.children) {
    const content = children.flatMap((child): ElementContent[] =>
      isList(child) ? [listHast(child)] : inlineHast([child]),
    )
    const above = items.at(-1)
    if (above !== undefined && children.length > 0 && children.every(isList)) above.children.push(...content)
    else items.push(h('li', content))
  }
  const { tag, start } = list
  return tag === 'ol' && start !== 1 ? h('ol', { start }, items) : h(tag, items)
}

/** Typed ideographic spaces at the start of a paragraph would stand beside the indent that the page sets. */
function withoutIndent([first, ...rest]: ElementContent[]): ElementContent[] {
  if (first === undefined) return rest
  return first.type === 'text'
    ? [{ ...first, value: first.value.replace(/^[\s\u3000]+/u, '') }, ...rest]
    : [first, ...rest]
}

function placeholder(block: UnknownBlock, { t }: BodyOptions): Element {
  const text = printable(textOfUnknown(block))
  if (text === '') return h('div', { className: ['unknown'] }, [h('p', t('site.unknownPartEmpty'))])
  return h('div', { className: ['unknown'] }, [h('p', t('site.unknownPart')), h('p', { dir: 'auto' }, text)])
}
