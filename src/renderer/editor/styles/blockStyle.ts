import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import type { ElementNode, LexicalEditor, LexicalNode } from 'lexical'
import { $createParagraphNode, $findMatchingParent, $getSelection, $isParagraphNode } from 'lexical'

import { $blockId, $setBlockId } from '../blocks/blockId.ts'

export type BlockStyle = 'paragraph' | 'heading2' | 'heading3' | 'quote' | 'bulletList' | 'numberList'

/** The style of the block, or of the innermost list, that a node stands in. Null for pictures and unknown blocks. */
export function $blockStyleOf(node: LexicalNode): BlockStyle | null {
  const list = $findMatchingParent(node, $isListNode)
  if (list !== null) return list.getListType() === 'number' ? 'numberList' : 'bulletList'
  const block = node.getTopLevelElement()
  if ($isHeadingNode(block)) return block.getTag() === 'h3' ? 'heading3' : 'heading2'
  if ($isQuoteNode(block)) return 'quote'
  return $isParagraphNode(block) ? 'paragraph' : null
}

/** Gives the chosen blocks a style; a second time it takes it away again. */
export function setBlockStyle(editor: LexicalEditor, style: BlockStyle): void {
  editor.update(() => {
    const anchor = $getSelection()?.getNodes().at(0)
    const wanted = anchor !== undefined && $blockStyleOf(anchor) === style ? 'paragraph' : style
    if (wanted === 'bulletList') editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND)
    else if (wanted === 'numberList') editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND)
    else if (style === 'bulletList' || style === 'numberList') editor.dispatchCommand(REMOVE_LIST_COMMAND)
    else $setBlocksType($getSelection(), () => $create(wanted), $keepId)
  })
}

function $create(style: Exclude<BlockStyle, 'bulletList' | 'numberList'>): ElementNode {
  switch (style) {
    case 'paragraph':
      return $createParagraphNode()
    case 'heading2':
      return $createHeadingNode('h2')
    case 'heading3':
      return $createHeadingNode('h3')
    case 'quote':
      return $createQuoteNode()
  }
}

/** A paragraph that becomes a subhead is the same block to everyone who compares versions. */
function $keepId(before: ElementNode, after: ElementNode): void {
  const id = $blockId(before)
  if (id !== null) $setBlockId(after, id)
}
