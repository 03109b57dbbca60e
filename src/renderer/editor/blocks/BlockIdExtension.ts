import type { ElementNode, LexicalNode } from 'lexical'
import { $getEditor, $getRoot, defineExtension, mergeRegister, ParagraphNode, RootNode } from 'lexical'
import { $isListItemNode, $isListNode, ListExtension, ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode, RichTextExtension } from '@lexical/rich-text'

import { freeId } from '#shared/document/ownIds.ts'
import type { BlockId } from '#shared/domain/ids.ts'
import { newBlockId } from '#shared/domain/ids.ts'
import { ClashExtension } from '../clash/ClashExtension.ts'
import { ClashNode } from '../clash/ClashNode.tsx'
import { PictureNode } from '../picture/PictureNode.tsx'
import { PictureExtension } from '../picture/PictureExtension.ts'
import { UnknownExtension } from '../unknown/UnknownExtension.ts'
import { UnknownBlockNode } from '../unknown/UnknownBlockNode.tsx'
import { $blockId, $setBlockId } from './blockId.ts'

const identified = [
  ParagraphNode,
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  PictureNode,
  UnknownBlockNode,
  ClashNode,
]

/** Every block has an id of its own, whatever a split, a paste or a merge has just done to the tree. */
export const BlockIdExtension = defineExtension({
  name: 'galley/BlockId',
  dependencies: [ClashExtension, ListExtension, PictureExtension, RichTextExtension, UnknownExtension],
  register: (editor) =>
    mergeRegister(
      ...identified.map((node) => editor.registerNodeTransform(node, $ensureId)),
      editor.registerNodeTransform(RootNode, $renewDuplicates),
    ),
})

function $ensureId(node: LexicalNode): void {
  if ($blockId(node) === null) $setBlockId(node, newBlockId())
}

/** Runs on every change, so it looks only when blocks came, went or moved: then the root is another object. */
function $renewDuplicates(root: RootNode): void {
  const committed = $getEditor().getEditorState()._nodeMap
  if (committed.get(root.getKey()) === root.getLatest()) return
  const owners = new Map<BlockId, LexicalNode>()
  for (const node of root.getChildren()) {
    const id = $blockId(node)
    if (id === null) continue
    const other = owners.get(id)
    if (other === undefined) {
      owners.set(id, node)
      continue
    }
    // The block that had the id before keeps it; the pasted one gets a new one.
    const newcomer = committed.has(other.getKey()) ? node : other
    const renewed = newBlockId()
    owners.set(id, newcomer === node ? other : node)
    owners.set(renewed, $setBlockId(newcomer, renewed))
  }
  $renewItems(root, new Set(owners.keys()))
}

/** Where lists meet, their items come into one; in every window that shows them they get the same ids. */
function $renewItems(parent: ElementNode, taken: Set<BlockId>): void {
  for (const node of parent.getChildren()) {
    if (!$isListNode(node) && !$isListItemNode(node)) continue
    const id = $blockId(node)
    if (id !== null && !parent.is($getRoot())) {
      const own = freeId(id, taken)
      if (own !== id) $setBlockId(node, own)
      taken.add(own)
    }
    $renewItems(node, taken)
  }
}
