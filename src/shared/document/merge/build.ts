import type { BlockId } from '../../domain/ids.ts'
import type { ListItemBlock, PlainBlock } from '../blocks.ts'
import type { InlineNode, LinkNode } from '../inline.ts'
import { isText, linkNode, textNode } from '../inline.ts'
import { heading, list, listItem, paragraph, quote } from '../make.ts'
import type { Atom, Head, ListKind, ListPath, Style, Token } from './tokens.ts'
import { isHead, isSameStyle, styleAt } from './tokens.ts'

interface Line {
  head: Head
  atoms: Atom[]
}

/** Blocks from tokens; the first token has to begin a line. Neighbouring items of one list are one list. */
export function blocksOf(tokens: readonly Token[], lists: ReadonlyMap<BlockId, ListKind>): PlainBlock[] {
  const lines: Line[] = []
  for (const token of tokens) {
    if (isHead(token)) lines.push({ head: token, atoms: [] })
    else lines.at(-1)?.atoms.push(token)
  }
  const blocks: PlainBlock[] = []
  let at = 0
  for (let line = lines[at]; line !== undefined; line = lines[at]) {
    const { id, shape } = line.head
    if (typeof shape === 'string') {
      const children = inlineOf(line.atoms)
      blocks.push(
        shape === 'paragraph'
          ? paragraph(children, id)
          : shape === 'quote'
            ? quote(children, id)
            : heading(shape, children, id),
      )
      at += 1
    } else {
      const end = lastOf(lines, at, (path) => path[0]?.list === shape[0]?.list)
      blocks.push(listOf(lines.slice(at, end), 0, shape, lists))
      at = end
    }
  }
  return blocks
}

/** Where the lines that stand in one list end. */
function lastOf(lines: readonly Line[], start: number, isIn: (path: ListPath) => boolean): number {
  let end = start + 1
  for (let line = lines[end]; line !== undefined; line = lines[end]) {
    const { shape } = line.head
    if (typeof shape === 'string' || !isIn(shape)) break
    end += 1
  }
  return end
}

function listOf(lines: readonly Line[], depth: number, path: ListPath, lists: ReadonlyMap<BlockId, ListKind>) {
  const id = path[depth]?.list
  const items: ListItemBlock[] = []
  let at = 0
  for (let line = lines[at]; line !== undefined; line = lines[at]) {
    const { shape, id: itemId } = line.head
    const deeper = typeof shape === 'string' ? undefined : shape[depth + 1]
    if (deeper === undefined || typeof shape === 'string') {
      items.push({ ...listItem('', depth, itemId), children: inlineOf(line.atoms) })
      at += 1
    } else {
      const end = lastOf(lines, at, (other) => other[depth + 1]?.list === deeper.list)
      const inner = listOf(lines.slice(at, end), depth + 1, shape, lists)
      items.push(listItem([inner], depth, deeper.holder ?? undefined))
      at = end
    }
  }
  const { listType, start } = (id === undefined ? undefined : lists.get(id)) ?? {
    listType: 'bullet' as const,
    start: 1,
  }
  return list(listType, items, id, start)
}

/** Inline nodes with neighbours of one style joined, as the editor writes them. */
export function inlineOf(atoms: readonly Atom[]): InlineNode[] {
  const nodes: InlineNode[] = []
  let link: LinkNode | null = null
  const append = (node: LinkNode['children'][number], url: string | null): void => {
    if (url === null) link = null
    else if (link?.url !== url) {
      link = linkNode(url, [])
      nodes.push(link)
    }
    const into: InlineNode[] = link === null ? nodes : link.children
    const last = into.at(-1)
    if (last !== undefined && isText(last) && isText(node) && last.format === node.format) last.text += node.text
    else into.push(node)
  }
  for (const atom of atoms) {
    const { node } = atom
    const text = isText(node) ? node.text : null
    if (text === null) append(node, styleAt(atom, 0).link)
    else
      for (const { from, to, style } of runsOf(text, atom))
        append(textNode(text.slice(from, to), style.format), style.link)
  }
  return nodes
}

function runsOf(text: string, atom: Atom): { from: number; to: number; style: Style }[] {
  const runs: { from: number; to: number; style: Style }[] = []
  for (let unit = 0; unit < text.length; unit += 1) {
    const style = styleAt(atom, unit)
    const last = runs.at(-1)
    if (last !== undefined && isSameStyle(last.style, style)) last.to = unit + 1
    else runs.push({ from: unit, to: unit + 1, style })
  }
  return runs
}
