import type { LexicalNode, PointType } from 'lexical'
import { $isElementNode, $isLineBreakNode, $isTextNode } from 'lexical'
import { $isListNode } from '@lexical/list'

/**
 * The words of one top-level block as a single line, so that a place in it has a number that outlives node keys: text
 * counts as in a string, and a line break, a node without text and the step to the next list item count one each.
 */
interface Piece {
  /** A leaf, or an element that is empty. */
  node: LexicalNode
  start: number
  text: string
}

function $pieces(block: LexicalNode): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  const add = (node: LexicalNode, text: string) => {
    pieces.push({ node, start, text })
    start += text.length
  }
  const walk = (node: LexicalNode) => {
    if ($isTextNode(node)) add(node, node.getTextContent())
    else if ($isLineBreakNode(node)) add(node, '\n')
    else if (!$isElementNode(node)) add(node, '\uFFFC')
    else if (node.isEmpty()) add(node, '')
    else {
      for (const [index, child] of node.getChildren().entries()) {
        if (index > 0 && $isListNode(node)) start += 1
        walk(child)
      }
    }
  }
  walk(block)
  return pieces
}

export function $lineOf(block: LexicalNode): string {
  let line = ''
  for (const { start, text } of $pieces(block)) line += '\n'.repeat(start - line.length) + text
  return line
}

/** Where in its block's line a point of a selection is. */
export function $offsetOf(
  block: LexicalNode,
  { key, offset, type }: Pick<PointType, 'key' | 'offset' | 'type'>,
): number {
  const pieces = $pieces(block)
  if (type === 'text') {
    const piece = pieces.find(({ node }) => node.getKey() === key)
    return piece === undefined ? 0 : piece.start + Math.min(offset, piece.text.length)
  }
  const inside = pieces.filter(({ node }) => node.getKey() === key || node.getParentKeys().includes(key))
  const child = inside.find(({ node }) => indexUnder(node, key) >= offset)
  const last = inside.at(-1)
  return child?.start ?? (last === undefined ? 0 : last.start + last.text.length)
}

/** The index of the child of `key` that a node stands in. */
function indexUnder(node: LexicalNode, key: string): number {
  let child: LexicalNode | null = node
  while (child !== null && child.getParent()?.getKey() !== key) child = child.getParent()
  return child?.getIndexWithinParent() ?? 0
}

/** Puts a point where `$offsetOf` counted it; behind the last word when the line has become shorter. */
export function $setPoint(point: PointType, block: LexicalNode, offset: number): void {
  const pieces = $pieces(block)
  const piece = pieces.find(({ start, text }) => offset <= start + text.length) ?? pieces.at(-1)
  if (piece === undefined) return
  const { node, start, text } = piece
  if ($isTextNode(node)) point.set(node.getKey(), Math.max(0, Math.min(offset - start, text.length)), 'text')
  else if ($isElementNode(node)) point.set(node.getKey(), 0, 'element')
  else {
    const parent = node.getParent()
    if (parent === null) return
    const index = node.getIndexWithinParent() + (offset > start ? 1 : 0)
    point.set(parent.getKey(), index, 'element')
  }
}
