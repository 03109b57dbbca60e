import type { ParagraphBlock } from '../blocks.ts'
import type { InlineNode } from '../inline.ts'
import { isLineBreak, isText, lineBreakNode, textNode } from '../inline.ts'
import { paragraph } from '../make.ts'
import type { Piece } from './pieces.ts'
import { isInline, isPicturePlace } from './pieces.ts'
import type { PicturePlace } from './types.ts'

/** Words apart from pictures, which stand behind the block that they were in. */
export function sort(pieces: readonly Piece[]): { words: InlineNode[]; pictures: PicturePlace[] } {
  const words = pieces.filter(isInline)
  for (const piece of words) if (isText(piece)) piece.text = piece.text.replaceAll(/\n\u3000*/g, ' ')
  return { words: trimmed(words), pictures: pieces.filter(isPicturePlace) }
}

/** What has no counterpart here (tables, code, HTML, footnotes, rules): its lines as they stand in the file. */
export const asTyped = (text: string): ParagraphBlock[] =>
  text
    .split(/\n[ \t]*\n/)
    .map((part) => trimmed(linesOf(part)))
    .filter((words) => words.length > 0)
    .map((words) => paragraph(words))

export const linesOf = (text: string): InlineNode[] =>
  text
    .split('\n')
    .flatMap((line, index) => [...(index === 0 ? [] : [lineBreakNode()]), ...(line === '' ? [] : [textNode(line)])])

/** A block neither begins nor ends with an empty line. */
export function trimmed<T extends InlineNode>(nodes: readonly T[]): T[] {
  const first = nodes.findIndex((node) => !isLineBreak(node))
  const last = nodes.findLastIndex((node) => !isLineBreak(node))
  return first < 0 ? [] : nodes.slice(first, last + 1)
}

/** Words beside a picture lose the space that stood between. */
export function withoutEdges(nodes: readonly InlineNode[]): InlineNode[] {
  const edge = (node: InlineNode, index: number): InlineNode => {
    if (!isText(node)) return node
    const text = index === 0 ? node.text.replace(/^ +/, '') : node.text
    return { ...node, text: index === nodes.length - 1 ? text.replace(/ +$/, '') : text }
  }
  return nodes.map(edge).filter((node) => !isText(node) || node.text !== '')
}
