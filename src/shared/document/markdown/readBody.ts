import type { Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'

import type { InlineNode } from '../inline.ts'
import { isText } from '../inline.ts'
import { heading, paragraph, quote } from '../make.ts'
import type { Lines } from './decode.ts'
import { importError } from './problem.ts'
import type { Piece } from './pieces.ts'
import { isPicturePlace } from './pieces.ts'
import { readInline } from './readInline.ts'
import { readList } from './readList.ts'
import { Source } from './source.ts'
import { parseMarkdown } from './syntax.ts'
import type { ParsedArticle, PicturePlace } from './types.ts'
import { asTyped, sort, trimmed, withoutEdges } from './words.ts'

type Part = ParsedArticle['blocks'][number]

/** Deeper than any copy, and shallow enough for every stack. */
const maxDepth = 40

export interface Body {
  /** The headline, where the body begins with it and the front matter has none. */
  title: { text: string; line: number } | null
  blocks: Part[]
  /** Line of each picture. */
  lines: ReadonlyMap<PicturePlace, number>
}

/** A Markdown body. With `titleIsBlock` the front matter has the headline, and a first `# …` is a subhead. */
export function readBody({ text, firstLine }: Lines, titleIsBlock: boolean): Body {
  const tree = parse(text, firstLine)
  const source = new Source(text, firstLine, tree)
  const [first, ...rest] = tree.children
  const title =
    !titleIsBlock && first?.type === 'heading' && first.depth === 1
      ? { text: toString(first), line: source.place(first).line }
      : null
  const blocks = (title === null ? tree.children : rest).flatMap((node) => readBlock(node, source, 0))
  return { title, blocks, lines: source.lines }
}

function parse(text: string, firstLine: number): Root {
  try {
    return parseMarkdown(text)
  } catch (error) {
    if (error instanceof RangeError) throw importError({ line: firstLine, field: 'body' }, 'tooDeep')
    throw error
  }
}

function readBlock(node: RootContent, source: Source, depth: number): Part[] {
  if (depth > maxDepth) throw importError(source.place(node), 'tooDeep')
  switch (node.type) {
    case 'paragraph':
      return readParagraph(readInline(node.children, source), source.typed(node).startsWith('\u3000'))
    case 'heading': {
      const { words, pictures } = sort(readInline(node.children, source))
      const tag = node.depth <= 2 ? 'h2' : 'h3'
      return [...(words.length > 0 ? [heading(tag, words)] : []), ...pictures]
    }
    case 'blockquote':
      return node.children
        .flatMap((child) => readBlock(child, source, depth + 1))
        .map((part) => (part.type === 'paragraph' || part.type === 'heading' ? quote(part.children) : part))
    case 'list': {
      const pictures: PicturePlace[] = []
      return [readList(node, source, pictures), ...pictures]
    }
    case 'definition':
      return source.definitions.has(node.identifier) ? [] : asTyped(source.typed(node))
    default:
      return asTyped(source.typed(node))
  }
}

/** Paragraphs and pictures in their order; a line that begins with a full-width indent begins a paragraph. */
function readParagraph(pieces: readonly Piece[], indented: boolean): Part[] {
  const parts: Part[] = []
  const besidePictures = pieces.some(isPicturePlace)
  let words: InlineNode[] = []
  const end = (): void => {
    const kept = trimmed(besidePictures ? withoutEdges(words) : words)
    if (kept.length > 0) parts.push(paragraph(kept))
    words = []
  }
  for (const piece of pieces) {
    if (isPicturePlace(piece)) {
      end()
      parts.push(piece)
    } else if (isText(piece)) {
      const text = indented && piece === pieces[0] ? piece.text.trimStart() : piece.text
      text.split(/\n\u3000+/).forEach((line, index) => {
        if (index > 0) end()
        if (line !== '') words.push({ ...piece, text: line })
      })
    } else words.push(piece)
  }
  end()
  return parts
}
