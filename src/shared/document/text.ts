import type { Block, ListBlock } from './blocks.ts'
import { isClash, isKnownBlock } from './blocks.ts'
import type { InlineNode } from './inline.ts'
import { isLineBreak, isLink, isText } from './inline.ts'

/**
 * Words of a block without their form; lines are separated by `\n`, list items each on a line of their own.
 * Of a clash in the body those of every version: all of them are still in the article.
 */
export function blockText(block: Block): string {
  if (isClash(block)) return block.of === 'body' ? bodyText(block.versions.flatMap(({ blocks }) => blocks)) : ''
  if (!isKnownBlock(block)) return ''
  switch (block.type) {
    case 'picture':
      return block.caption
    case 'list':
      return listText(block)
    default:
      return inlineText(block.children)
  }
}

/** The running text of a body, blocks separated by `\n`. */
export const bodyText = (blocks: readonly Block[]): string =>
  blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n')

export const inlineText = (nodes: readonly InlineNode[]): string =>
  nodes
    .map((node) => {
      if (isText(node)) return node.text
      if (isLineBreak(node)) return '\n'
      return isLink(node) ? inlineText(node.children) : ''
    })
    .join('')

const listText = (list: ListBlock): string =>
  list.children
    .map((item) => item.children.map((child) => (isList(child) ? listText(child) : inlineText([child]))).join(''))
    .join('\n')

export const isList = (node: { type: string }): node is ListBlock => node.type === 'list'
