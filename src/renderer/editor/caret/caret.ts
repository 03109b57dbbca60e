import type { LexicalNode, PointType } from 'lexical'
import { $createRangeSelection, $getRoot, $getSelection, $isRangeSelection, $setSelection } from 'lexical'

import type { Caret, Place } from '#shared/document/undo.ts'
import type { BlockId } from '#shared/domain/ids.ts'
import { $blockId } from '../blocks/blockId.ts'
import { $offsetOf, $setPoint } from './line.ts'

/** The caret, or the chosen words, in a form that outlives the editor. Null when something else is chosen. */
export function $caret(): Caret | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const anchor = $placeOf(selection.anchor)
  const focus = selection.isCollapsed() ? anchor : $placeOf(selection.focus)
  return anchor === null || focus === null ? null : { anchor, focus }
}

/** Goes where the caret was; stays where it is when the block is gone. */
export function $setCaret({ anchor, focus }: Caret): void {
  const from = $topLevel(anchor.block)
  const to = $topLevel(focus.block)
  if (from === undefined || to === undefined) return
  const selection = $createRangeSelection()
  $setPoint(selection.anchor, from, anchor.offset)
  $setPoint(selection.focus, to, focus.offset)
  if (selection.anchor.key !== 'root' && selection.focus.key !== 'root') $setSelection(selection)
}

function $placeOf(point: PointType): Place | null {
  const block = point.getNode().getTopLevelElement()
  const id = block === null ? null : $blockId(block)
  return block === null || id === null ? null : { block: id, offset: $offsetOf(block, point) }
}

const $topLevel = (id: BlockId): LexicalNode | undefined =>
  $getRoot()
    .getChildren()
    .find((node) => $blockId(node) === id)
