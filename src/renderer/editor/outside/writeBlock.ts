import type { ListItemNode, ListNode } from '@lexical/list'
import { $isListItemNode, $isListNode } from '@lexical/list'
import { $isLinkNode } from '@lexical/link'
import { $isHeadingNode } from '@lexical/rich-text'
import type { ElementNode, LexicalNode } from 'lexical'
import { $isElementNode, $isTextNode } from 'lexical'

import type { Block, ListBlock, ListItemBlock } from '#shared/document/blocks.ts'
import { isClash, isKnownBlock, isPicture } from '#shared/document/blocks.ts'
import type { InlineNode } from '#shared/document/inline.ts'
import { isLink, isText } from '#shared/document/inline.ts'
import { isSame } from '#shared/document/diffContents.ts'
import { isList } from '#shared/document/text.ts'
import { $idOf } from '../blocks/blockId.ts'
import { $blockOf, $inlineNode } from '../content/toBlocks.ts'
import { $inlineNodeOf, $itemOf, $nodeOf } from '../content/toNodes.ts'
import { $isClashNode } from '../clash/ClashNode.tsx'
import { $isPictureNode } from '../picture/PictureNode.tsx'

/**
 * Makes a top-level node show a stored block with as few new nodes as can be: text that stays keeps its node, and with
 * it its place on the screen. Answers the node that shows the block now.
 */
export function $writeBlock(node: LexicalNode, block: Block): LexicalNode {
  if (isSame($blockOf(node), block)) return node
  if ($isPictureNode(node) && isPicture(block)) {
    const { type: _type, version: _version, $: _state, ...picture } = block
    return node.setPicture(picture)
  }
  if ($isClashNode(node) && isClash(block)) return node.setClash(block)
  if ($isListNode(node) && isList(block) && node.getListType() === block.listType) return $writeList(node, block)
  if (!isKnownBlock(block) || isPicture(block) || isList(block) || $isListNode(node) || !$isElementNode(node)) {
    return node.replace($nodeOf(block))
  }
  if (node.getType() === block.type) {
    if ($isHeadingNode(node) && block.type === 'heading') node.setTag(block.tag)
    $writeLine(node, block.children)
    return node
  }
  const other = $nodeOf({ ...block, children: [] }) as ElementNode
  other.append(...node.getChildren())
  node.replace(other)
  $writeLine(other, block.children)
  return other
}

function $writeLine(element: ElementNode, wanted: readonly InlineNode[]): void {
  const shown = element.getChildren()
  const same = (node: LexicalNode | undefined, inline: InlineNode | undefined) =>
    node !== undefined && inline !== undefined && isSame($inlineNode(node), inline)
  let start = 0
  while (same(shown[start], wanted[start])) start += 1
  let end = 0
  while (end < Math.min(shown.length, wanted.length) - start && same(shown.at(-1 - end), wanted.at(-1 - end))) end += 1
  const middle = wanted.slice(start, wanted.length - end)
  let last = shown[start - 1] ?? null
  for (const [index, inline] of middle.entries()) {
    const old = start + index < shown.length - end ? shown[start + index] : undefined
    const node = old === undefined ? $inlineNodeOf(inline) : $writeInline(old, inline)
    if (!node.isAttached()) {
      if (last !== null) last.insertAfter(node)
      else element.splice(0, 0, [node])
    }
    last = node
  }
  for (const gone of shown.slice(start + middle.length, Math.max(start + middle.length, shown.length - end))) {
    gone.remove(true)
  }
}

function $writeInline(node: LexicalNode, inline: InlineNode): LexicalNode {
  if ($isTextNode(node) && isText(inline)) {
    if (node.getTextContent() !== inline.text) node.setTextContent(inline.text)
    return node.getFormat() === inline.format ? node : node.setFormat(inline.format)
  }
  if ($isLinkNode(node) && isLink(inline)) {
    if (node.getURL() !== inline.url) node.setURL(inline.url)
    $writeLine(node, inline.children)
    return node
  }
  return isSame($inlineNode(node), inline) ? node : node.replace($inlineNodeOf(inline))
}

function $writeList(list: ListNode, block: ListBlock): ListNode {
  if (list.getStart() !== block.start) list.setStart(block.start)
  const shown = list.getChildren().filter($isListItemNode)
  const items = new Map(shown.toReversed().map((item) => [$idOf(item), item]))
  const gone = new Set(shown)
  let last: LexicalNode | null = null
  for (const wanted of block.children) {
    const known = items.get(wanted.$.id)
    // Where two have one id, each is shown once: the node shows the first, and a new one the second.
    items.delete(wanted.$.id)
    if (known !== undefined) gone.delete(known)
    const item: LexicalNode = known ?? $itemOf(wanted)
    if (known === undefined || !isBehind(known, last)) {
      const first = list.getFirstChild()
      if (last !== null) last.insertAfter(item, false)
      else if (first !== null) first.insertBefore(item, false)
      else list.append(item)
    }
    if (known !== undefined) $writeItem(known, wanted)
    last = item
  }
  // Not `remove`: that of an item joins the lists around it.
  for (const item of gone) list.splice(item.getIndexWithinParent(), 1, [])
  return list
}

const isBehind = (node: LexicalNode, other: LexicalNode | null): boolean => {
  const previous = node.getPreviousSibling()
  return previous === null ? other === null : previous.is(other)
}

function $writeItem(item: ListItemNode, wanted: ListItemBlock): void {
  if (item.getValue() !== wanted.value) item.setValue(wanted.value)
  const [inner] = wanted.children
  const shown = item.getFirstChild()
  const onlyList = inner !== undefined && isList(inner) && wanted.children.length === 1 && item.getChildrenSize() === 1
  const line = wanted.children.filter((child): child is InlineNode => !isList(child))
  if (line.length === wanted.children.length && !item.getChildren().some($isListNode)) $writeLine(item, line)
  else if (onlyList && $isListNode(shown) && shown.getListType() === inner.listType) $writeList(shown, inner)
  else item.splice(0, item.getChildrenSize(), $itemOf(wanted).getChildren())
}
