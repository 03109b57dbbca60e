import { z } from 'zod'

import type { ListBlock, ListItemBlock, Block as StoredBlock } from '#shared/document/blocks.ts'
import { Block, ClashBlock, isKnownBlock } from '#shared/document/blocks.ts'
import type { InlineNode as StoredInline } from '#shared/document/inline.ts'
import { withoutDirections } from '#shared/document/directions.ts'
import { InlineNode, isLineBreak, isLink, isText, textNode } from '#shared/document/inline.ts'
import { paragraph } from '#shared/document/make.ts'
import { isList } from '#shared/document/text.ts'
import { safeUrl } from '#shared/domain/url.ts'
import { newBlockId } from '#shared/domain/ids.ts'
import { asRemembered } from '../unknown/fromArticles.ts'
import { formatsKept } from './formats.ts'

const Clipboard = z.object({
  namespace: z.literal('galley'),
  nodes: z.array(z.looseObject({ type: z.string() })).min(1),
})

/**
 * The editor's own form on the clipboard. Any page and any program can write it, so it is checked like an import, and
 * taken whole or not at all: null sends the paste on to its HTML or its text.
 */
export function blocksFromLexical(data: string): StoredBlock[] | null {
  try {
    const { nodes } = Clipboard.parse(JSON.parse(data))
    return gather(nodes.flatMap(readNode))
  } catch {
    // Malformed, forged, or nested deeper than the stack: one answer for all of them.
    return null
  }
}

type Read = { block: StoredBlock } | { inline: StoredInline }

function readNode(copied: Record<string, unknown>): Read | Read[] {
  if (copied['type'] === 'galley-clash') return versionsOf(ClashBlock.parse(copied['clash']))
  const node = unwrapped(copied)
  if (copied['type'] === 'galley-unknown-inline') return { inline: remembered(InlineNode.parse(node)) }
  const inline = InlineNode.safeParse(node)
  if (inline.success && (isText(inline.data) || isLineBreak(inline.data) || isLink(inline.data))) {
    return { inline: cleanInline(inline.data) }
  }
  return { block: cleanBlock(Block.parse(withIds(node))) }
}

/** A copy of a place with several versions holds the words of all of them; the place itself stays where it is. */
function versionsOf(clash: ClashBlock): Read[] {
  if (clash.of !== 'body') return []
  const blocks = clash.versions.flatMap((version) => version.blocks)
  return blocks.map((block) => ({ block: cleanBlock(Block.parse(withIds({ ...block, $: null }))) }))
}

/** Nodes that this version does not know are copied in a wrapper, which says so. */
function unwrapped(node: Record<string, unknown>): Record<string, unknown> {
  const { type, raw } = node
  const wrapped = type === 'galley-unknown-block' || type === 'galley-unknown-inline'
  return wrapped ? z.looseObject({}).parse(raw) : node
}

/** Lone words become a paragraph, so that there is one kind of result. */
function gather(nodes: readonly Read[]): StoredBlock[] {
  const blocks: StoredBlock[] = []
  let line: StoredInline[] | null = null
  for (const node of nodes) {
    if ('block' in node) {
      blocks.push(node.block)
      line = null
    } else if (line === null) {
      line = [node.inline]
      blocks.push(paragraph(line))
    } else line.push(node.inline)
  }
  return blocks
}

/** A block keeps its id: cut and pasted, it is the same block. What is in it gets new ones. */
function withIds(node: Record<string, unknown>): unknown {
  const state = z.looseObject({ id: z.string() }).safeParse(node['$'])
  return { ...withChildren(node), $: state.success ? state.data : { id: newBlockId() } }
}

function withChildren(node: Record<string, unknown>): Record<string, unknown> {
  const children = z.array(z.looseObject({ type: z.string() })).safeParse(node['children'])
  if (!children.success) return node
  const listed = children.data.map(unwrapped).map((child) => {
    const { type } = child
    if (type === 'list' || type === 'listitem') return { ...withChildren(child), $: { id: newBlockId() } }
    return type === 'link' ? withChildren(child) : child
  })
  return { ...node, children: listed }
}

function cleanBlock(block: StoredBlock): StoredBlock {
  if (!isKnownBlock(block)) return { ...remembered(block), $: block.$ }
  if (block.type === 'picture') return block
  if (block.type === 'list') return cleanList(block)
  return { ...block, children: block.children.map(cleanInline) }
}

const cleanList = (list: ListBlock): ListBlock => ({ ...list, children: list.children.map(cleanItem) })

const cleanItem = (item: ListItemBlock): ListItemBlock => ({
  ...item,
  children: item.children.map((child) => (isList(child) ? cleanList(child) : cleanInline(child))),
})

function cleanInline(node: StoredInline): StoredInline {
  if (isText(node)) return textNode(withoutDirections(node.text.toWellFormed()), node.format & formatsKept)
  if (isLineBreak(node)) return node
  if (isLink(node)) {
    const url = safeUrl(node.url)
    if (url === null) throw new TypeError('not a link that a reader may follow')
    return { ...node, url }
  }
  return remembered(node)
}

function remembered<T extends object>(node: T): T {
  const original = asRemembered(node)
  if (original === null) throw new TypeError('not a node of an article')
  return original as T
}
