import { BlockId } from '../domain/ids.ts'
import type { Block, ListBlock } from './blocks.ts'
import { blockId, isKnownBlock } from './blocks.ts'
import { isList } from './text.ts'

/** The ids of a block and of everything in it that has one: the items of a list, and the lists in them. */
export const idsOf = (block: Block): BlockId[] =>
  isKnownBlock(block) && isList(block) ? idsOfList(block) : [blockId(block)]

const idsOfList = ({ $, children }: ListBlock): BlockId[] => [
  $.id,
  ...children.flatMap((item) => [item.$.id, ...item.children.filter(isList).flatMap(idsOfList)]),
]

/**
 * The block with ids that are free, which are in `taken` then. Items of lists need their own as blocks do: lists that
 * meet become one.
 */
export const withFreeIds = <T extends Block>(block: T, taken: Set<BlockId>): T =>
  isKnownBlock(block) && isList(block) ? freeList(block, taken) : free(block, taken)

function freeList<T extends ListBlock>(list: T, taken: Set<BlockId>): T {
  const own = free(list, taken)
  const children = list.children.map((item) => {
    const ownItem = free(item, taken)
    return { ...ownItem, children: item.children.map((child) => (isList(child) ? freeList(child, taken) : child)) }
  })
  return { ...own, children }
}

function free<T extends { $: { id: BlockId } }>(block: T, taken: Set<BlockId>): T {
  const id = freeId(block.$.id, taken)
  taken.add(id)
  return id === block.$.id ? block : { ...block, $: { ...block.$, id } }
}

/** The id itself, or one that follows from it where it is taken: the same on every desktop. */
export function freeId(wanted: BlockId, taken: ReadonlySet<BlockId>): BlockId {
  let id = wanted
  for (let n = 2; taken.has(id); n += 1) id = BlockId.parse(`${wanted.slice(0, 56)}-${String(n)}`)
  return id
}

/** The id that this one follows from, when it was not free. */
export const stemOf = (id: string): string => id.replace(/-\d+$/, '')
