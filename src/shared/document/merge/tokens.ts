import type { BlockId } from '../../domain/ids.ts'
import type { Block, ListBlock, PlainBlock } from '../blocks.ts'
import type { InlineNode } from '../inline.ts'
import { isClash } from '../blocks.ts'
import { isLineBreak, isLink, isText, textNode } from '../inline.ts'
import { isList } from '../text.ts'
import { segment } from './segment.ts'

/** What a character looks like. */
export interface Style {
  format: number
  link: string | null
}

/** A piece of text, a line break, or a node that this version does not know. Merged whole. */
export interface Atom {
  kind: 'atom'
  /** Equal for the same words, whatever their style. */
  key: string
  node: InlineNode
  /** One for all of it, or one for each code unit where a style begins inside of it. */
  styles: readonly Style[]
}

export type TextShape = 'paragraph' | 'h2' | 'h3' | 'quote'

/** Where an item stands: its lists from the outermost in, and the item that holds each deeper one. */
export type ListPath = readonly { list: BlockId; holder: BlockId | null }[]

/** Begins a line: a paragraph, subhead or quote, or an item of a list. It is what a split puts in and a join takes out. */
export interface Head {
  kind: 'head'
  key: string
  id: BlockId
  shape: TextShape | ListPath
}

export type Token = Atom | Head

export interface ListKind {
  listType: ListBlock['listType']
  start: number
}

export const isHead = (token: Token | undefined): token is Head => token?.kind === 'head'

/** The block at the top of the body that a line belongs to. */
export const topOf = ({ id, shape }: Head): BlockId => (typeof shape === 'string' ? id : (shape[0]?.list ?? id))

/** Whether the words of a block are merged: pictures and unknown blocks are merged whole, or not at all. */
export function isWeavable(
  block: Block,
): block is Extract<PlainBlock, { type: 'paragraph' | 'heading' | 'quote' | 'list' }> {
  if (block.type === 'list') return isPlainList(block as ListBlock)
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote'
}

/** As the editor nests: an item holds words, or one deeper list. */
const isPlainList = ({ children }: ListBlock): boolean =>
  children.length > 0 &&
  children.every((item) => {
    const [first, ...rest] = item.children
    return first !== undefined && isList(first) ? rest.length === 0 && isPlainList(first) : !item.children.some(isList)
  })

export function tokensOf(block: Block, lists: Map<BlockId, ListKind> = new Map()): Token[] {
  if (isClash(block) && block.of === 'body')
    return block.versions.flatMap(({ blocks }) =>
      blocks.flatMap((inner) => tokensOf(inner).filter((token) => !isHead(token))),
    )
  if (!isWeavable(block)) return []
  if (block.type === 'list') return listTokens(block, [], null, lists)
  const shape = block.type === 'heading' ? block.tag : block.type
  return [head(block.$.id, shape), ...atomsOf(block.children)]
}

const head = (id: BlockId, shape: Head['shape']): Head => ({ kind: 'head', key: `\0¶${id}`, id, shape })

function listTokens(
  { $, listType, start, children }: ListBlock,
  above: ListPath,
  holder: BlockId | null,
  lists: Map<BlockId, ListKind>,
): Token[] {
  lists.set($.id, { listType, start })
  const path = [...above, { list: $.id, holder }]
  return children.flatMap((item) => {
    const [first] = item.children
    if (first !== undefined && isList(first)) return listTokens(first, path, item.$.id, lists)
    return [head(item.$.id, path), ...atomsOf(item.children as InlineNode[])]
  })
}

/** Neighbouring text nodes are cut as one text, so that a word with a bold half is one word. */
export function atomsOf(nodes: readonly InlineNode[]): Atom[] {
  const atoms: Atom[] = []
  let text = ''
  let styles: Style[] = []
  const flush = (): void => {
    let at = 0
    for (const piece of segment(text)) {
      atoms.push(textAtom(piece, styles.slice(at, at + piece.length)))
      at += piece.length
    }
    text = ''
    styles = []
  }
  const walk = (node: InlineNode, link: string | null): void => {
    if (isText(node)) {
      const style = { format: node.format, link }
      text += node.text
      for (let unit = 0; unit < node.text.length; unit += 1) styles.push(style)
    } else if (isLink(node)) for (const child of node.children) walk(child, node.url)
    else {
      flush()
      const key = isLineBreak(node) ? '\0br' : `\0${JSON.stringify(node)}`
      atoms.push({ kind: 'atom', key, node, styles: [{ format: 0, link }] })
    }
  }
  for (const node of nodes) walk(node, null)
  flush()
  return atoms
}

export function textAtom(text: string, styles: readonly Style[]): Atom {
  const [first = noStyle] = styles
  const even = styles.every((style) => style === first || isSameStyle(style, first))
  return { kind: 'atom', key: text, node: textNode(text), styles: even ? [first] : styles }
}

export const noStyle: Style = { format: 0, link: null }
export const isSameStyle = (a: Style, b: Style): boolean => a.format === b.format && a.link === b.link
export const styleAt = ({ styles }: Atom, unit: number): Style => styles[unit] ?? styles[0] ?? noStyle

/** Same words in the same style; same line of the same shape. */
function isSameToken(a: Token, b: Token): boolean {
  if (a.key !== b.key) return false
  if (a.kind === 'head') return b.kind === 'head' && JSON.stringify(a.shape) === JSON.stringify(b.shape)
  if (b.kind === 'head') return false
  const units = Math.max(a.styles.length, b.styles.length)
  return Array.from({ length: units }).every((_, unit) => isSameStyle(styleAt(a, unit), styleAt(b, unit)))
}

export const isSameRun = (a: readonly Token[], b: readonly Token[]): boolean =>
  a.length === b.length &&
  a.every((token, index) => {
    const other = b[index]
    return other !== undefined && isSameToken(token, other)
  })
