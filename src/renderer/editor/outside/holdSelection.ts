import type { LexicalNode, PointType } from 'lexical'
import {
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
} from 'lexical'

import type { BlockId } from '#shared/domain/ids.ts'
import { $blockId } from '../blocks/blockId.ts'
import { $lineOf, $offsetOf, $setPoint } from '../caret/line.ts'
import { mapOffset } from '../caret/mapOffset.ts'

/**
 * Takes the selection away from blocks that are about to be written, since a point may not stand in a node that is just
 * being replaced. The answer puts it back between the same words; where the block is gone, at the end of the nearest one
 * before that has words.
 */
export function $holdSelection(written: ReadonlySet<BlockId>): () => void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return () => undefined
  const isWritten = [selection.anchor, selection.focus].some((point) => {
    const id = $idAround(point)
    return id !== null && written.has(id)
  })
  if (!isWritten) return () => undefined
  const { format, style } = selection
  const anchor = $holdPoint(selection.anchor)
  const focus = $holdPoint(selection.focus)
  $setSelection(null)
  return () => {
    const restored = $createRangeSelection()
    if (!anchor(restored.anchor) || !focus(restored.focus)) return
    restored.format = format
    restored.style = style
    $setSelection(restored)
  }
}

const $idAround = (point: PointType): BlockId | null => {
  const block = point.getNode().getTopLevelElement()
  return block === null ? null : $blockId(block)
}

/** The answer puts a new point where this one was; false when there is no such place any more. */
function $holdPoint(point: PointType): (restored: PointType) => boolean {
  const { key, offset, type } = point
  const block = point.getNode().getTopLevelElement()
  if (block === null) return () => false
  const before = $lineOf(block)
  const place = $offsetOf(block, point)
  const id = $blockId(block)
  const others = block.getPreviousSiblings().map($blockId).toReversed()
  return (restored) => {
    const now = new Map(
      $getRoot()
        .getChildren()
        .map((node) => [$blockId(node), node]),
    )
    const same = now.get(id)
    if (same !== undefined && $isElementNode(same)) {
      const line = $lineOf(same)
      // The same words may be cut into other nodes by now.
      const isThere = $getNodeByKey(key)?.isAttached() === true && $offsetOf(same, { key, offset, type }) === place
      if (line === before && isThere) restored.set(key, offset, type)
      else $setPoint(restored, same, mapOffset(before, line, place))
      return true
    }
    // A picture, or a place with two versions, holds no caret.
    const nearest = others.map((other) => now.get(other)).find((node) => $isElementNode(node))
    return $setAtEdge(restored, nearest ?? null)
  }
}

/** At the end of a block, or at the start of the first one with words. */
function $setAtEdge(point: PointType, block: LexicalNode | null): boolean {
  const target = block ?? $getRoot().getChildren().find($isElementNode)
  if (!$isElementNode(target)) return false
  $setPoint(point, target, block === null ? 0 : $lineOf(target).length)
  return true
}
