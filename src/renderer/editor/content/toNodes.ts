import type { ElementNode, LexicalNode } from 'lexical'
import { $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot } from 'lexical'
import { $createLinkNode } from '@lexical/link'
import type { ListItemNode } from '@lexical/list'
import { $createListItemNode, $createListNode } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'

import type { Block, ListBlock, ListItemBlock } from '#shared/document/blocks.ts'
import { isClash, isKnownBlock } from '#shared/document/blocks.ts'
import type { InlineNode } from '#shared/document/inline.ts'
import { isLineBreak, isLink, isText } from '#shared/document/inline.ts'
import { isList } from '#shared/document/text.ts'
import { $setBlockId } from '../blocks/blockId.ts'
import { $createClashNode } from '../clash/ClashNode.tsx'
import { $createPictureNode } from '../picture/PictureNode.tsx'
import { $createUnknownBlockNode } from '../unknown/UnknownBlockNode.tsx'
import { $createUnknownInlineNode } from '../unknown/UnknownInlineNode.tsx'
import { $showStandIn } from './standIn.ts'

/** Fills an empty editor. An article without blocks gets the paragraph that its first word will stand in. */
export function $showBlocks(blocks: readonly Block[]): void {
  if (blocks.length === 0) $showStandIn()
  else $getRoot().append(...blocks.map($nodeOf))
}

/** The node of a stored block, with the block's id. */
export function $nodeOf(block: Block): LexicalNode {
  const { id } = block.$
  if (isClash(block)) return $setBlockId($createClashNode(block), id)
  if (!isKnownBlock(block)) return $setBlockId($createUnknownBlockNode(block), id)
  switch (block.type) {
    case 'paragraph':
      return $setBlockId($withInline($createParagraphNode(), block.children), id)
    case 'heading':
      return $setBlockId($withInline($createHeadingNode(block.tag), block.children), id)
    case 'quote':
      return $setBlockId($withInline($createQuoteNode(), block.children), id)
    case 'list':
      return $listOf(block)
    case 'picture': {
      const { type: _type, version: _version, $: _state, ...picture } = block
      return $setBlockId($createPictureNode(picture), id)
    }
  }
}

export function $inlineNodeOf(node: InlineNode): LexicalNode {
  if (isText(node)) return $createTextNode(node.text).setFormat(node.format)
  if (isLineBreak(node)) return $createLineBreakNode()
  if (isLink(node)) return $withInline($createLinkNode(node.url), node.children)
  return $createUnknownInlineNode(node)
}

function $withInline<T extends ElementNode>(element: T, children: readonly InlineNode[]): T {
  return element.append(...children.map($inlineNodeOf))
}

function $listOf(block: ListBlock): LexicalNode {
  const list = $createListNode(block.listType, block.start)
  list.append(...block.children.map($itemOf))
  return $setBlockId(list, block.$.id)
}

export function $itemOf({ children, value, $ }: ListItemBlock): ListItemNode {
  const item = $createListItemNode().setValue(value)
  item.append(...children.map((child) => (isList(child) ? $listOf(child) : $inlineNodeOf(child))))
  return $setBlockId(item, $.id)
}
