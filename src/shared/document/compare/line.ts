import type { InlineNode } from '../inline.ts'
import { isLineBreak, isLink, isText } from '../inline.ts'

/** How a run of text looks. Two runs with equal `key` look alike. */
export interface Look {
  readonly key: string
  /** Bits of inline.ts. */
  readonly format: number
  readonly url: string | null
}

/** Running text and its looks; `end` is where a look ends, in UTF-16 units. */
export interface Line {
  readonly text: string
  readonly looks: readonly { readonly end: number; readonly look: Look }[]
}

const plain: Look = { key: '', format: 0, url: null }

export const plainLine = (text: string): Line => ({ text, looks: [{ end: text.length, look: plain }] })

/** Stands in the text for a node that this version does not know. */
const unknownMark = '￼'

export function lineOf(nodes: readonly InlineNode[]): Line {
  let text = ''
  const looks: { end: number; look: Look }[] = []
  const add = (words: string, look: Look) => {
    text += words
    looks.push({ end: text.length, look })
  }
  const walk = (children: readonly InlineNode[], url: string | null) => {
    for (const node of children) {
      if (isText(node)) add(node.text, lookOf(node.format, url))
      else if (isLineBreak(node)) add('\n', lookOf(0, url))
      else if (isLink(node)) walk(node.children, node.url)
      else add(unknownMark, { ...plain, key: JSON.stringify(node) })
    }
  }
  walk(nodes, null)
  return { text, looks }
}

const lookOf = (format: number, url: string | null): Look =>
  format === 0 && url === null ? plain : { key: `${String(format)} ${url ?? ''}`, format, url }
