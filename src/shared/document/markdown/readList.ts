import type { List, ListItem } from 'mdast'

import type { ListBlock, ListItemBlock } from '../blocks.ts'
import type { InlineNode } from '../inline.ts'
import { lineBreakNode } from '../inline.ts'
import { list, listItem } from '../make.ts'
import { readInline } from './readInline.ts'
import type { Source } from './source.ts'
import type { PicturePlace } from './types.ts'
import { linesOf, sort } from './words.ts'

/** As deep as a list may go (see ListItemBlock); what is deeper stands at this depth. */
const maxDepth = 8

/** A list as the editor nests it: a deeper list sits in an item of its own. Pictures go behind the list. */
export function readList(node: List, source: Source, pictures: PicturePlace[]): ListBlock {
  return toList(node, readItems(node, 0, source, pictures))
}

const toList = (node: List, items: ListItemBlock[]): ListBlock =>
  node.ordered === true ? list('number', items, undefined, node.start ?? 1) : list('bullet', items)

const readItems = (node: List, depth: number, source: Source, pictures: PicturePlace[]): ListItemBlock[] =>
  node.children.flatMap((item) => readItem(item, depth, source, pictures))

function readItem(item: ListItem, depth: number, source: Source, pictures: PicturePlace[]): ListItemBlock[] {
  const items: ListItemBlock[] = []
  let words: InlineNode[] | null = null
  const flush = (): void => {
    if (words !== null) items.push(listItem(words, depth))
    words = null
  }
  for (const child of item.children) {
    if (child.type === 'list') {
      flush()
      if (depth === maxDepth) items.push(...readItems(child, depth, source, pictures))
      else items.push(listItem([toList(child, readItems(child, depth + 1, source, pictures))], depth))
    } else {
      const more = itemWords(child, source, pictures)
      words = words === null ? more : [...words, lineBreakNode(), ...more]
    }
  }
  flush()
  return items.length > 0 ? items : [listItem([], depth)]
}

/** An item holds lines of words: paragraphs and subheads in it are lines, and the rest is kept as it was typed. */
function itemWords(
  child: Exclude<ListItem['children'][number], List>,
  source: Source,
  pictures: PicturePlace[],
): InlineNode[] {
  if (child.type !== 'paragraph' && child.type !== 'heading') return linesOf(source.typed(child))
  const sorted = sort(readInline(child.children, source))
  pictures.push(...sorted.pictures)
  return sorted.words
}
