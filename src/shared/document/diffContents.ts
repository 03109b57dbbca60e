import type { BlockId } from '../domain/ids.ts'
import type { Block } from './blocks.ts'
import { blockId } from './blocks.ts'
import type { ArticleContent } from './content.ts'
import type { JournalOp } from './journal.ts'
import { steady } from './steady.ts'

/**
 * The steps that turn `before` into `after`: `applyJournal(before, diffContents(before, after))` is `after`. Blocks that
 * kept their words and their order are not named, so that an open editor touches nothing else.
 */
export function diffContents(before: ArticleContent, after: ArticleContent): JournalOp[] {
  return [...diffFields(before, after), ...diffBlocks(before.blocks, after.blocks)]
}

/** Same words, same form. Keys stand in the order of the schema, so their text is enough to tell. */
export const isSame = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right)

function diffFields({ fields: before }: ArticleContent, { fields: after }: ArticleContent): JournalOp[] {
  const { attribution: oldAttribution, ...oldFields } = before
  const { attribution: newAttribution, ...newFields } = after
  const fields = changed(oldFields, newFields)
  const attribution = changed(oldAttribution, newAttribution)
  return [
    ...(fields === null ? [] : [{ op: 'fields', fields } as const]),
    ...(attribution === null ? [] : [{ op: 'attribution', attribution } as const]),
  ]
}

function changed<T extends object>(before: T, after: T): Partial<T> | null {
  const keys = (Object.keys(after) as (keyof T)[]).filter((key) => !isSame(before[key], after[key]))
  if (keys.length === 0) return null
  return Object.fromEntries(keys.map((key) => [key, after[key]])) as Partial<T>
}

function diffBlocks(before: readonly Block[], after: readonly Block[]): JournalOp[] {
  const staying = new Set(after.map(blockId))
  const removals: JournalOp[] = before
    .map(blockId)
    .filter((id) => !staying.has(id))
    .map((id) => ({ op: 'remove', id }))
  const old = new Map(before.map((block) => [blockId(block), block]))
  const steadyIds = steady(before.map(blockId), after.map(blockId))
  const puts: JournalOp[] = []
  let last: BlockId | null = null
  for (const block of after) {
    const id = blockId(block)
    if (!steadyIds.has(id) || !isSame(old.get(id), block)) puts.push({ op: 'put', after: last, block })
    last = id
  }
  return [...removals, ...puts]
}
