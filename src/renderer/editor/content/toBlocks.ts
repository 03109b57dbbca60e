import type { ElementNode, LexicalNode } from 'lexical'
import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode } from 'lexical'
import type { ListItemNode, ListNode } from '@lexical/list'
import { $isListItemNode, $isListNode } from '@lexical/list'
import { $isLinkNode } from '@lexical/link'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'

import type { Block, ListBlock, ListItemBlock } from '#shared/document/blocks.ts'
import type { InlineNode, LinkNode } from '#shared/document/inline.ts'
import { isLink, isText, lineBreakNode, linkNode, textNode } from '#shared/document/inline.ts'
import { heading, list, listItem, paragraph, picture, quote } from '#shared/document/make.ts'
import { $idOf } from '../blocks/blockId.ts'
import { $isClashNode } from '../clash/ClashNode.tsx'
import { $isPictureNode } from '../picture/PictureNode.tsx'
import { $isUnknownBlockNode } from '../unknown/UnknownBlockNode.tsx'
import { $isUnknownInlineNode } from '../unknown/UnknownInlineNode.tsx'
import { $isStandIn } from './standIn.ts'

/** Lists in lists beyond this are shown and kept, but their items say no deeper indent. As in the stored form. */
const deepest = 8

/** The whole body as it would be stored. For opening and tests; typing reports single blocks. */
export const $allBlocks = (): Block[] => $told().map($blockOf)

/** The nodes that are blocks of the article. */
export function $told(): LexicalNode[] {
  const children = $getRoot().getChildren()
  return children.every($isStandIn) ? [] : children
}

/** The stored form of a top-level node. */
export function $blockOf(node: LexicalNode): Block {
  const id = $idOf(node)
  if ($isPictureNode(node)) {
    const { media, width, height, ...details } = node.getPicture()
    return picture({ media, width, height }, details, id)
  }
  if ($isUnknownBlockNode(node)) return node.getRaw()
  if ($isClashNode(node)) return node.getClash()
  if ($isListNode(node)) return $listBlock(node, 0)
  if (!$isElementNode(node)) throw new TypeError(`a ${node.getType()} cannot stand at the top of an article`)
  const children = $inlineOf(node)
  if ($isHeadingNode(node)) return heading(node.getTag() === 'h3' ? 'h3' : 'h2', children, id)
  if ($isQuoteNode(node)) return quote(children, id)
  return paragraph(children, id)
}

function $listBlock(node: ListNode, depth: number): ListBlock {
  const kind = node.getListType() === 'number' ? 'number' : 'bullet'
  const items = node.getChildren().filter($isListItemNode)
  const block = list(
    kind,
    items.map((item) => $itemBlock(item, depth)),
    $idOf(node),
  )
  const children = block.children.map((child, index) => ({ ...child, value: items[index]?.getValue() ?? index + 1 }))
  return { ...block, start: node.getStart(), children }
}

function $itemBlock(node: ListItemNode, depth: number): ListItemBlock {
  const children: ListItemBlock['children'] = []
  for (const child of node.getChildren()) {
    if ($isListNode(child)) children.push($listBlock(child, depth + 1))
    else append(children, $inlineNode(child))
  }
  return { ...listItem('', Math.min(depth, deepest), $idOf(node)), children }
}

function $inlineOf(element: ElementNode): InlineNode[] {
  const nodes: InlineNode[] = []
  for (const child of element.getChildren()) append(nodes, $inlineNode(child))
  return nodes
}

export function $inlineNode(node: LexicalNode): InlineNode {
  if ($isTextNode(node)) return textNode(node.getTextContent(), node.getFormat())
  if ($isLineBreakNode(node)) return lineBreakNode()
  if ($isUnknownInlineNode(node)) return node.getRaw()
  if ($isLinkNode(node)) {
    const children = $inlineOf(node).filter((child): child is LinkNode['children'][number] => !isLink(child))
    return linkNode(node.getURL(), children)
  }
  return textNode(node.getTextContent())
}

/** Runs of the same format are one node, so that the same words have the same bytes whoever typed them. */
function append(nodes: (InlineNode | ListBlock)[], node: InlineNode): void {
  const last = nodes.at(-1)
  if (last !== undefined && isText(last) && isText(node) && last.format === node.format) {
    nodes[nodes.length - 1] = textNode(last.text + node.text, node.format)
  } else nodes.push(node)
}
