import type { ElementContent } from 'hast'
import { h } from 'hastscript'

import { safeUrl } from '../../domain/url.ts'
import type { InlineNode, LinkNode, TextNode, UnknownNode } from '../inline.ts'
import { isLineBreak, isLink, isText, textFormat } from '../inline.ts'
import { printable } from './printable.ts'

/** Links inside a text vouch for nobody. */
const outsideLink = ['nofollow', 'noopener', 'noreferrer']

export const inlineHast = (nodes: readonly InlineNode[]): ElementContent[] => nodes.flatMap(nodeHast)

function nodeHast(node: InlineNode): ElementContent[] {
  if (isText(node)) return textHast(node)
  if (isLineBreak(node)) return [h('br')]
  if (isLink(node)) return linkHast(node)
  return [h('span', { className: ['unknown'] }, printable(textOfUnknown(node)))]
}

/** Innermost first. */
const marks = [
  ['subscript', 'sub'],
  ['superscript', 'sup'],
  ['underline', 'u'],
  ['strikethrough', 's'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const

function textHast({ text, format }: TextNode): ElementContent[] {
  const value = printable(text)
  if (value === '') return []
  let content: ElementContent = { type: 'text', value }
  for (const [name, tag] of marks) if ((format & textFormat[name]) !== 0) content = h(tag, [content])
  return [content]
}

/** A link that must not be followed keeps its words. */
function linkHast({ url, children }: LinkNode): ElementContent[] {
  const href = safeUrl(url.toWellFormed())
  const content = inlineHast(children)
  return href === null ? content : [h('a', { href, rel: outsideLink }, content)]
}

/** Words inside a node that this version does not know, in reading order. Walks without recursion: its depth is anyone's guess. */
export function textOfUnknown(node: UnknownNode): string {
  const words: string[] = []
  const open: unknown[] = [node]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    const { text, children } = next as { text?: unknown; children?: unknown }
    if (typeof text === 'string') words.push(text)
    if (Array.isArray(children)) for (const child of children.toReversed() as unknown[]) open.push(child)
  }
  return words.join(' ')
}
