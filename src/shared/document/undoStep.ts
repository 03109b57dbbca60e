import { BlockList } from './blockList.ts'
import { blockId } from './blocks.ts'
import type { ArticleContent } from './content.ts'
import { diffContents } from './diffContents.ts'
import type { BlockOp, Change, UndoStep } from './undo.ts'
import { isBlockOp, isLineOp } from './undo.ts'

/** Does `op` to the blocks, and says what it did. */
export function change(blocks: BlockList, op: BlockOp): Change {
  const undo = standing(blocks, op)
  const id = op.op === 'put' ? blockId(op.block) : op.id
  const next = blocks.idAfter(id)
  if (op.op === 'put') blocks.put(op.after, op.block)
  else blocks.remove(op.id)
  return { undo, redo: op, next: next ?? blocks.idAfter(id) }
}

/** What makes the block of `op` as it stands. */
export function standing(blocks: BlockList, op: BlockOp): BlockOp {
  const id = op.op === 'put' ? blockId(op.block) : op.id
  const block = blocks.get(id)
  return block === undefined ? { op: 'remove', id } : { op: 'put', after: blocks.idBefore(id), block }
}

/** The step of undo that leads from one text to another, whole. Null where there is nothing to take back. */
export function stepBetween(id: string, before: ArticleContent, after: ArticleContent): UndoStep | null {
  const ops = diffContents(before, after)
  if (ops.length === 0) return null
  const blocks = new BlockList(before.blocks)
  const lines = { undo: diffContents(after, before).filter(isLineOp), redo: ops.filter(isLineOp) }
  const changes = ops.filter(isBlockOp).map((op) => change(blocks, op))
  return { id, changes, ...(lines.redo.length > 0 && { lines }), before: null, after: null }
}
