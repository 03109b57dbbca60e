import type { PhrasingContent } from 'mdast'

import type { InlineNode } from '../inline.ts'
import { isLineBreak, isLink, isText, textFormat } from '../inline.ts'
import { trimmed } from './words.ts'

/** Bold, italic and struck-out words nest in this order. Markdown has no other formats, whose words stay plain. */
const wrappers = [
  { bit: textFormat.bold, type: 'strong' },
  { bit: textFormat.italic, type: 'emphasis' },
  { bit: textFormat.strikethrough, type: 'delete' },
] as const

export const writeInline = (nodes: readonly InlineNode[]): PhrasingContent[] => wrap(trimmed(nodes), 0)

/** Puts each run of words that share a format into one element, outermost format first. */
function wrap(nodes: readonly InlineNode[], level: number): PhrasingContent[] {
  const wrapper = wrappers[level]
  if (wrapper === undefined) return nodes.map(writeNode)
  const { bit, type } = wrapper
  return runs(nodes, (node) => isText(node) && (node.format & bit) !== 0).flatMap(({ nodes, marked }) => {
    const children = wrap(nodes, level + 1)
    return marked ? [{ type, children }] : children
  })
}

interface Run {
  marked: boolean
  nodes: InlineNode[]
}

function runs(nodes: readonly InlineNode[], isMarked: (node: InlineNode) => boolean): Run[] {
  const found: Run[] = []
  for (const node of nodes) {
    const marked = isMarked(node)
    const last = found.at(-1)
    if (last?.marked === marked) last.nodes.push(node)
    else found.push({ marked, nodes: [node] })
  }
  return found
}

function writeNode(node: InlineNode): PhrasingContent {
  if (isText(node)) return { type: 'text', value: plain(node.text) }
  if (isLineBreak(node)) return { type: 'break' }
  if (isLink(node)) return { type: 'link', url: node.url, children: wrap(node.children, 0) }
  // A newer version's node: as it is stored, in plain sight.
  return { type: 'text', value: plain(JSON.stringify(node)) }
}

/**
 * Words as a file can hold them. Control characters and code points that are no characters have neither a form nor a
 * reference in Markdown, and nobody has ever read them.
 */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|\n/g, ' ')
    .replaceAll(/[[\p{Cc}\p{Noncharacter_Code_Point}]--\t]/gv, '')
