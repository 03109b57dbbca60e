import type { ChangeSize } from '../domain/history.ts'
import { blockId } from './blocks.ts'
import type { ArticleContent } from './content.ts'
import { isSame } from './diffContents.ts'
import { blockText } from './text.ts'

/**
 * How many characters were put in and taken out between two texts of an article, at most: what a line of history says of
 * a point. Title lines count, and the words of each block between its first and its last difference.
 */
export function changeSize(before: ArticleContent, after: ArticleContent): ChangeSize {
  const left = new Map(before.blocks.map((block) => [blockId(block), block]))
  const size: ChangeSize = { added: 0, removed: 0 }
  for (const line of ['kicker', 'headline', 'deck'] as const) add(size, before.fields[line], after.fields[line])
  for (const block of after.blocks) {
    const old = left.get(blockId(block))
    left.delete(blockId(block))
    if (old === undefined) size.added += blockText(block).length
    else if (!isSame(old, block)) add(size, blockText(old), blockText(block))
  }
  for (const gone of left.values()) size.removed += blockText(gone).length
  return size
}

function add(size: ChangeSize, before: string, after: string): void {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  size.removed += before.length - start - end
  size.added += after.length - start - end
}
