import type { LexicalEditor, LexicalNode, NodeKey } from 'lexical'
import { $createParagraphNode, $getEditor, $getRoot, $isElementNode } from 'lexical'

import { newBlockId } from '#shared/domain/ids.ts'
import { $setBlockId } from '../blocks/blockId.ts'

/**
 * The empty paragraph that an editor shows where the article has no block, so that the first word has a place. Nobody
 * wrote it: it is no part of the article before something is in it.
 */
const standIns = new WeakMap<LexicalEditor, NodeKey>()

export function $showStandIn(): void {
  const node = $setBlockId($createParagraphNode(), newBlockId())
  $getRoot().append(node)
  standIns.set($getEditor(), node.getKey())
}

export const $isStandIn = (node: LexicalNode): boolean =>
  node.getKey() === standIns.get($getEditor()) && $isElementNode(node) && node.isEmpty()

/** Blocks have come: it goes. */
export function $removeStandIn(): void {
  const root = $getRoot()
  if (root.getChildrenSize() > 1) root.getChildren().find($isStandIn)?.remove()
}

/** Somebody has written in it, or beside it: it is a paragraph like any other. */
export const forgetStandIn = (editor: LexicalEditor): boolean => standIns.delete(editor)
