import type { LexicalEditor, LexicalNode } from 'lexical'
import { $getRoot, COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical'

import type { BlockOp, Caret } from '#shared/document/undo.ts'
import type { BlockId } from '#shared/domain/ids.ts'
import { $blockId } from '../blocks/blockId.ts'
import { $setCaret } from '../caret/caret.ts'
import { $removeStandIn, $showStandIn } from '../content/standIn.ts'
import { $nodeOf } from '../content/toNodes.ts'
import { $holdSelection } from './holdSelection.ts'
import { OUTSIDE_TAG } from './tag.ts'
import { $writeBlock } from './writeBlock.ts'

/**
 * Changes those blocks of a running editor and touches nothing else: not the caret, not the scroll position, not the
 * node of a word that stays. With `caret` the change is the person's own (undo, redo), and the caret goes to it. Answers
 * the blocks that did not stay by themselves: Lexical joins lists that meet, when the selection changes.
 */
export function showOps(editor: LexicalEditor, ops: readonly BlockOp[], caret?: Caret | null): BlockId[] {
  const foreign = caret === undefined
  editor.update(
    () => {
      const restore = $holdSelection(new Set(ops.map((op) => (op.op === 'put' ? op.block.$.id : op.id))))
      const nodes = new Map(
        $getRoot()
          .getChildren()
          .map((node) => [$blockId(node), node]),
      )
      for (const op of ops) $apply(op, nodes)
      if ($getRoot().isEmpty()) $showStandIn()
      else $removeStandIn()
      restore()
      if (caret !== undefined && caret !== null) $setCaret(caret)
    },
    {
      discrete: true,
      // What arrives stays as it came, as far as Lexical lets it.
      skipTransforms: true,
      // The first of Lexical's tags leaves the focus where it is, in whatever field somebody is writing.
      tag: foreign ? [OUTSIDE_TAG, COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] : [OUTSIDE_TAG],
    },
  )
  return editor.read(() => {
    const shown = new Set($getRoot().getChildren().map($blockId))
    return ops.flatMap((op) => (op.op === 'put' && !shown.has(op.block.$.id) ? [op.block.$.id] : []))
  })
}

/** Commits what was typed in this very moment, so that the journal has reported it. */
export const settle = (editor: LexicalEditor): void => editor.update(() => undefined, { discrete: true })

function $apply(op: BlockOp, nodes: Map<BlockId | null, LexicalNode>): void {
  if (op.op === 'remove') {
    nodes.get(op.id)?.remove()
    nodes.delete(op.id)
    return
  }
  const { id } = op.block.$
  const known = nodes.get(id)
  const node = known === undefined ? $nodeOf(op.block) : $writeBlock(known, op.block)
  nodes.set(id, node)
  const previous = node.getPreviousSibling()
  const isThere = known !== undefined && (previous === null ? null : $blockId(previous)) === op.after
  if (!isThere) $place(node, op.after === null ? null : (nodes.get(op.after) ?? $getRoot().getLastChild()))
}

function $place(node: LexicalNode, behind: LexicalNode | null): void {
  if (behind?.is(node) === true) return
  const first = $getRoot().getFirstChild()
  if (behind !== null) behind.insertAfter(node, false)
  else if (first === null) $getRoot().append(node)
  else if (!first.is(node)) first.insertBefore(node, false)
}
