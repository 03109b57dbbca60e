import type { BlockId, MediaHash } from '../domain/ids.ts'
import { newBlockId } from '../domain/ids.ts'
import type { HeadingBlock, ListBlock, ListItemBlock, ParagraphBlock, PictureBlock, QuoteBlock } from './blocks.ts'
import type { InlineNode } from './inline.ts'
import { textNode } from './inline.ts'

/** Builders of blocks for importers, tests and samples. The editor makes its own. */
type Content = string | InlineNode[]

const children = (content: Content): InlineNode[] =>
  typeof content === 'string' ? (content === '' ? [] : [textNode(content)]) : content

const element = (id: BlockId) => ({ version: 1, direction: null, format: '', indent: 0, $: { id } }) as const

export const paragraph = (content: Content, id = newBlockId()): ParagraphBlock => ({
  type: 'paragraph',
  ...element(id),
  textFormat: 0,
  textStyle: '',
  children: children(content),
})

export const heading = (tag: HeadingBlock['tag'], content: Content, id = newBlockId()): HeadingBlock => ({
  type: 'heading',
  ...element(id),
  tag,
  children: children(content),
})

export const quote = (content: Content, id = newBlockId()): QuoteBlock => ({
  type: 'quote',
  ...element(id),
  children: children(content),
})

export const list = (
  listType: ListBlock['listType'],
  items: ListItemBlock[],
  id = newBlockId(),
  start = 1,
): ListBlock => ({
  type: 'list',
  ...element(id),
  listType,
  tag: listType === 'number' ? 'ol' : 'ul',
  start,
  children: numbered(items, start),
})

/** As Lexical counts: an item that only holds a deeper list takes no number. */
function numbered(items: readonly ListItemBlock[], start: number): ListItemBlock[] {
  let value = start
  return items.map((item) => {
    const counted = { ...item, value }
    if (item.children[0]?.type !== 'list') value += 1
    return counted
  })
}

export const listItem = (content: Content | [ListBlock], indent = 0, id = newBlockId()): ListItemBlock => ({
  type: 'listitem',
  ...element(id),
  indent,
  value: 1,
  children: typeof content === 'string' ? children(content) : content,
})

type PictureDetails = Partial<Pick<PictureBlock, 'alt' | 'caption' | 'credit' | 'rights' | 'source'>>

export const picture = (
  file: { media: MediaHash; width: number; height: number },
  details: PictureDetails = {},
  id = newBlockId(),
): PictureBlock => ({
  type: 'picture',
  version: 1,
  $: { id },
  ...file,
  alt: '',
  caption: '',
  credit: '',
  rights: '',
  source: '',
  ...details,
})
