import { z } from 'zod'

/**
 * What stands inside a block, in Lexical's serialised form. Fields that Lexical keeps for the caret only (`detail`,
 * `mode`, `style`, `direction`, `textFormat` …) are held at their defaults, so that the same words have the same bytes
 * and the same hash whoever typed them.
 */
export const zero = z.literal(0).catch(0)
export const emptyString = z.literal('').catch('')
export const nothing = z.literal(null).catch(null)
export const version = z.literal(1).catch(1)

/** Bits of a text node's `format`, as Lexical numbers them. */
export const textFormat = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  subscript: 32,
  superscript: 64,
} as const

export const TextNode = z.object({
  type: z.literal('text'),
  version,
  text: z.string(),
  format: z.int().min(0).max(2047).catch(0),
  detail: zero,
  mode: z.literal('normal').catch('normal'),
  style: emptyString,
})
export type TextNode = z.infer<typeof TextNode>

export const LineBreakNode = z.object({ type: z.literal('linebreak'), version })
export type LineBreakNode = z.infer<typeof LineBreakNode>

/** A node that this version does not know. It is kept byte for byte and shown as such; it is never dropped. */
export const UnknownNode = z.looseObject({ type: z.string() })
export type UnknownNode = z.infer<typeof UnknownNode>

const knownInline = new Set(['text', 'linebreak', 'link', 'list', 'listitem'])
const UnknownInline = UnknownNode.refine(({ type }) => !knownInline.has(type), 'malformed node')

const LinkChild = z.union([TextNode, LineBreakNode, UnknownInline])

export const LinkNode = z.object({
  type: z.literal('link'),
  version,
  url: z.string().max(2048),
  rel: nothing,
  target: nothing,
  title: nothing,
  direction: nothing,
  format: emptyString,
  indent: zero,
  children: z.array(LinkChild),
})
export type LinkNode = z.infer<typeof LinkNode>

export const InlineNode = z.union([TextNode, LineBreakNode, LinkNode, UnknownInline])
export type InlineNode = z.infer<typeof InlineNode>

export const isText = (node: { type: string }): node is TextNode => node.type === 'text'
export const isLineBreak = (node: { type: string }): node is LineBreakNode => node.type === 'linebreak'
export const isLink = (node: { type: string }): node is LinkNode => node.type === 'link'

export const textNode = (text: string, format = 0): TextNode => ({
  type: 'text',
  version: 1,
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})

export const lineBreakNode = (): LineBreakNode => ({ type: 'linebreak', version: 1 })

export const linkNode = (url: string, children: LinkNode['children']): LinkNode => ({
  type: 'link',
  version: 1,
  url,
  rel: null,
  target: null,
  title: null,
  direction: null,
  format: '',
  indent: 0,
  children,
})
