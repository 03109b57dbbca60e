import { z } from 'zod'

import { BlockId, MediaHash, PersonId } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'
import { clashFields } from './clashFields.ts'
import type { ClashField, FieldValue } from './clashFields.ts'
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
  ({ type }) => !knownBlocks.has(type) && type !== 'clash',
  'malformed block',
)
export type UnknownBlock = z.infer<typeof UnknownBlock>

/** Every block that one person can have written. A clash holds such blocks, and so never another clash. */
export const PlainBlock = z.union([ParagraphBlock, HeadingBlock, QuoteBlock, ListBlock, PictureBlock, UnknownBlock])
export type PlainBlock = z.infer<typeof PlainBlock>
export type KnownBlock = ParagraphBlock | HeadingBlock | QuoteBlock | ListBlock | PictureBlock

/** Whose version it is, where that is known. The time is shown and decides nothing. */
const author = {
  who: PersonId.nullable(),
  when: Instant,
  /** They are still writing it. Every key of it is kept, like everything that is typed. */
  unfinished: z.literal(true).optional(),
}
const clash = { type: z.literal('clash'), version, $: state }

/** Two or more versions of one place of the body, until somebody decides. No blocks: this version deletes them. */
export const BodyClash = z.object({
  ...clash,
  of: z.literal('body'),
  versions: z.array(z.object({ ...author, blocks: z.array(PlainBlock) })).min(2),
})
export type BodyClash = z.infer<typeof BodyClash>

type FieldClashOf<F extends ClashField> = Pick<BodyClash, 'type' | 'version' | '$'> & {
  of: F
  versions: (Pick<BodyClash['versions'][number], 'who' | 'when' | 'unfinished'> & { value: FieldValue<F> })[]
}
/** Two or more versions of one field. The field itself keeps the value from before both, until somebody decides. */
export type FieldClash = { [F in ClashField]: FieldClashOf<F> }[ClashField]

const fieldClashes = Object.entries(clashFields).map(([field, value]) =>
  z.object({ ...clash, of: z.literal(field), versions: z.array(z.object({ ...author, value })).min(2) }),
)
export const FieldClash = z.union(fieldClashes) as unknown as z.ZodType<FieldClash>

export const ClashBlock = z.union([BodyClash, FieldClash])
export type ClashBlock = z.infer<typeof ClashBlock>

export const Block = z.union([...PlainBlock.options, ClashBlock])
export type Block = z.infer<typeof Block>

export const isKnownBlock = (block: Block): block is KnownBlock => knownBlocks.has(block.type)
export const isPicture = (block: Block): block is PictureBlock => block.type === 'picture'
export const isClash = (block: Block): block is ClashBlock => block.type === 'clash'
export const blockId = (block: Block): BlockId => block.$.id
