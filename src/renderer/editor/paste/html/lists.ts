import type { ListBlock, ListItemBlock } from '#shared/document/blocks.ts'
import type { InlineNode } from '#shared/document/inline.ts'
import { list, listItem } from '#shared/document/make.ts'

export interface ListEntry {
  kind: ListBlock['listType']
  /** 0 is the outermost. */
  level: number
  children: InlineNode[]
}

const deepest = 3

/** Nests entries by their level. The first one's kind is the kind of its list. */
export function listOf(entries: readonly ListEntry[], level = 0): ListBlock {
  const items: ListItemBlock[] = []
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index]
    if (entry === undefined) break
    if (entry.level <= level || level === deepest || items.length === 0) {
      items.push(listItem(entry.children, level))
      continue
    }
    const end = entries.findIndex((other, at) => at > index && other.level <= level)
    const inner = entries.slice(index, end === -1 ? entries.length : end)
    items.push(listItem([listOf(inner, level + 1)], level))
    index += inner.length - 1
  }
  return list(entries[0]?.kind ?? 'bullet', items)
}
