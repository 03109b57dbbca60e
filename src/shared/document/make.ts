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

export const list = (listType: ListBlock['listType'], items: ListItemBlock[], id = newBlockId()): ListBlock => ({
  type: 'list',
  ...element(id),
  listType,
  tag: listType === 'number' ? 'ol' : 'ul',
  start: 1,
  children: items.map((item, index) => ({ ...item, value: index + 1 })),
})

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
