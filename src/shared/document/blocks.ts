import { z } from 'zod'

import { BlockId, MediaHash } from '../domain/ids.ts'
import { emptyString, InlineNode, nothing, UnknownNode, version, zero } from './inline.ts'

/** The durable id of a block, where Lexical keeps a node's state. */
const state = z.object({ id: BlockId })

const element = { version, direction: nothing, format: emptyString, indent: zero, $: state }

export const ParagraphBlock = z.object({
  type: z.literal('paragraph'),
  ...element,
  textFormat: zero,
  textStyle: emptyString,
  children: z.array(InlineNode),
})
export type ParagraphBlock = z.infer<typeof ParagraphBlock>

/** A subhead. The headline lines are fields of the article and not blocks, so a body starts at the second level. */
export const HeadingBlock = z.object({
  type: z.literal('heading'),
  ...element,
  tag: z.enum(['h2', 'h3']),
  children: z.array(InlineNode),
})
export type HeadingBlock = z.infer<typeof HeadingBlock>

export const QuoteBlock = z.object({ type: z.literal('quote'), ...element, children: z.array(InlineNode) })
export type QuoteBlock = z.infer<typeof QuoteBlock>

/** Written out because the two contain each other: an item holds text, or (as Lexical nests) one deeper list. */
export interface ListBlock extends z.infer<typeof ListShape> {
  children: ListItemBlock[]
}
export interface ListItemBlock extends z.infer<typeof ItemShape> {
  children: (InlineNode | ListBlock)[]
}

const ListShape = z.object({
  type: z.literal('list'),
  ...element,
  listType: z.enum(['bullet', 'number']),
  tag: z.enum(['ul', 'ol']),
  start: z.int().min(0).catch(1),
})

const ItemShape = z.object({
  type: z.literal('listitem'),
  ...element,
  indent: z.int().min(0).max(8).catch(0),
  value: z.int().catch(1),
})

export const ListBlock: z.ZodType<ListBlock> = ListShape.extend({
  children: z.lazy(() => z.array(ListItemBlock)),
})
const ListItemBlock: z.ZodType<ListItemBlock> = ItemShape.extend({
  children: z.lazy(() => z.array(z.union([ListBlock, InlineNode]))),
})

/** A picture with everything that has to be known before it may appear. */
export const PictureBlock = z.object({
  type: z.literal('picture'),
  version,
  $: state,
  media: MediaHash,
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  alt: z.string().max(1000),
  caption: z.string().max(2000),
  /** Who made it. */
  credit: z.string().max(500),
  /** By what right it appears. */
  rights: z.string().max(500),
  /** Where it came from. */
  source: z.string().max(500),
})
export type PictureBlock = z.infer<typeof PictureBlock>

const knownBlocks = new Set(['paragraph', 'heading', 'quote', 'list', 'picture'])

/** A block of a newer version or another editor: kept, shown as such, never dropped. */
export const UnknownBlock = UnknownNode.extend({ $: state }).refine(
  ({ type }) => !knownBlocks.has(type),
  'malformed block',
)
export type UnknownBlock = z.infer<typeof UnknownBlock>

export const Block = z.union([ParagraphBlock, HeadingBlock, QuoteBlock, ListBlock, PictureBlock, UnknownBlock])
export type Block = z.infer<typeof Block>
export type KnownBlock = ParagraphBlock | HeadingBlock | QuoteBlock | ListBlock | PictureBlock

export const isKnownBlock = (block: Block): block is KnownBlock => knownBlocks.has(block.type)
export const isPicture = (block: Block): block is PictureBlock => block.type === 'picture'
export const blockId = (block: Block): BlockId => block.$.id
