import type { Block, ClashBlock, ListBlock } from '../blocks.ts'
import { isClash, isKnownBlock } from '../blocks.ts'
import type { InlineNode } from '../inline.ts'
import { bodyText, isList } from '../text.ts'
import type { Line } from './line.ts'
import { lineOf, plainLine } from './line.ts'

export type PartName =
  'text' | 'item' | 'file' | 'caption' | 'alt' | 'credit' | 'rights' | 'source' | 'version' | 'unknown'

/** A line of a block that is compared by itself. */
export interface Part {
  /** Lines of one key belong together. */
  readonly key: string
  readonly name: PartName
  readonly line: Line
  /** Of a list item: how deep it is nested. */
  readonly depth: number
  /** Of a list item: what stands before it. */
  readonly mark: string
}

const part = (name: PartName, line: Line, key: string = name, depth = 0, mark = ''): Part => ({
  key,
  name,
  line,
  depth,
  mark,
})

export function partsOf(block: Block): Part[] {
  if (isClash(block)) return versionsOf(block).map((text, n) => part('version', plainLine(text), String(n)))
  if (!isKnownBlock(block)) return [part('unknown', plainLine(JSON.stringify(block)))]
  switch (block.type) {
    case 'picture': {
      const { media, caption, alt, credit, rights, source } = block
      const details = { caption, alt, credit, rights, source }
      const names = ['caption', 'alt', 'credit', 'rights', 'source'] as const
      return [part('file', plainLine(media)), ...names.map((name) => part(name, plainLine(details[name])))]
    }
    case 'list':
      return itemsOf(block, 0)
    default:
      return [part('text', lineOf(block.children))]
  }
}

function itemsOf(list: ListBlock, depth: number): Part[] {
  let number = list.start
  return list.children.flatMap((item) => {
    const deeper = item.children.filter(isList)
    const own = item.children.filter((child): child is InlineNode => !isList(child))
    const nested = deeper.flatMap((inner) => itemsOf(inner, depth + 1))
    // An item that only holds a deeper list has no number of its own.
    if (deeper.length > 0 && own.length === 0) return nested
    const mark = list.listType === 'number' ? `${String(number)}.` : '•'
    number += 1
    return [part('item', lineOf(own), item.$.id, depth, mark), ...nested]
  })
}

/** Each of the versions between which somebody still has to decide. */
function versionsOf(clash: ClashBlock): string[] {
  if (clash.of === 'body') return clash.versions.map(({ blocks }) => bodyText(blocks))
  return clash.versions.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)))
}

/** What a block is, apart from its words. Numbers that do not start at one are told apart: `number 5`. */
export function styleOf(block: Block): string {
  if (!isKnownBlock(block)) return block.type
  if (block.type === 'heading') return block.tag
  if (block.type !== 'list') return block.type
  return block.listType === 'number' && block.start !== 1 ? `number ${String(block.start)}` : block.listType
}
