import { blockId } from '#shared/document/blocks.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { blockText } from '#shared/document/text.ts'
import type { BlockId } from '#shared/domain/ids.ts'

/** Characters of the body that a step takes away: blocks that go, and what blocks become shorter by. */
export function charactersLost(before: ArticleContent, ops: readonly JournalOp[]): number {
  const left = new Map<BlockId, number>()
  for (const op of ops) {
    if (op.op === 'remove') left.set(op.id, 0)
    else if (op.op === 'put') left.set(blockId(op.block), blockText(op.block).length)
  }
  let lost = 0
  for (const block of left.size === 0 ? [] : before.blocks) {
    const length = left.get(blockId(block))
    if (length !== undefined) lost += Math.max(0, blockText(block).length - length)
  }
  return lost
}
