import type { PhrasingContent } from 'mdast'

import { safeUrl } from '../../domain/url.ts'
import type { LinkNode } from '../inline.ts'
import { isLineBreak, isLink, isText, lineBreakNode, linkNode, textFormat, textNode } from '../inline.ts'
import { importError } from './problem.ts'
import type { Piece } from './pieces.ts'
import { isPicturePlace } from './pieces.ts'
import type { Source } from './source.ts'

/** Deeper than any copy, and shallow enough for every stack. */
const maxDepth = 40

/** Words, marks, links and pictures in their order. What has no counterpart is kept as it was typed. */
export function readInline(nodes: readonly PhrasingContent[], source: Source): Piece[] {
  return joinLines(merge(nodes.flatMap((node) => pieces(node, 0, source, 0))))
}

function pieces(node: PhrasingContent, format: number, source: Source, depth: number): Piece[] {
  if (depth > maxDepth) throw importError(source.place(node), 'tooDeep')
  const inner = (children: readonly PhrasingContent[], bit = 0): Piece[] =>
    children.flatMap((child) => pieces(child, format | bit, source, depth + 1))
  switch (node.type) {
    case 'text':
      return [textNode(node.value, format)]
    case 'break':
      return [lineBreakNode()]
    case 'strong':
      return inner(node.children, textFormat.bold)
    case 'emphasis':
      return inner(node.children, textFormat.italic)
    case 'delete':
      return inner(node.children, textFormat.strikethrough)
    case 'link':
      return link(node.url, inner(node.children), format)
    case 'linkReference': {
      const url = source.definitions.get(node.identifier)
      return url === undefined ? [textNode(source.typed(node), format)] : link(url, inner(node.children), format)
    }
    case 'image':
      return [source.picture(node, node.url, node.alt, node.title)]
    case 'imageReference': {
      const url = source.definitions.get(node.identifier)
      return url === undefined ? [textNode(source.typed(node), format)] : [source.picture(node, url, node.alt, null)]
    }
    default:
      return [textNode(source.typed(node), format)]
  }
}

/** A link that readers may follow, or only its words. A picture inside stands behind it. */
function link(written: string, inner: Piece[], format: number): Piece[] {
  const url = safeUrl(written)
  if (url === null || url.length > 2048) return inner
  const words: LinkNode['children'] = inner.filter((piece) => isText(piece) || isLineBreak(piece))
  const pictures = inner.filter(isPicturePlace)
  if (words.length > 0) return [linkNode(url, words), ...pictures]
  return pictures.length > 0 ? pictures : [linkNode(url, [textNode(url, format)])]
}

/** Neighbours of one format are one node, as the editor keeps them; empty ones are none. */
function merge<T extends Piece>(pieces: readonly T[]): T[] {
  const merged: T[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    if (isText(piece) && piece.text === '') continue
    if (last !== undefined && isText(piece) && isText(last) && piece.format === last.format) last.text += piece.text
    else if (isLink(piece)) merged.push({ ...piece, children: merge(piece.children) })
    else merged.push(isText(piece) ? { ...piece } : piece)
  }
  return merged
}

const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff00-\uffef]`
const mark = '[‘’“”…—]'
const unspaced = new RegExp(`(?<=${cjk})\\n(?=${cjk}|${mark})|(?<=${mark})\\n(?=${cjk})`, 'gu')

/**
 * A line end inside a paragraph is a space, and nothing between two Chinese characters. One before a full-width indent
 * is left to the paragraph, which ends there.
 */
function joinLines(pieces: Piece[]): Piece[] {
  const texts = pieces.flatMap((piece) =>
    isText(piece) ? [piece] : isLink(piece) ? piece.children.filter(isText) : [],
  )
  texts.forEach((node, index) => {
    const before = texts[index - 1]?.text.slice(-1) ?? ''
    const after = texts[index + 1]?.text.slice(0, 1) ?? ''
    const joined = `${before}${node.text}${after}`.replaceAll(unspaced, '')
    node.text = joined.slice(before.length, joined.length - after.length).replaceAll(/\n(?!\u3000)/g, ' ')
  })
  return pieces
}
