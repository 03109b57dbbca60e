import type { EditorState, RangeSelection } from 'lexical'
import { $getSelection, $isRangeSelection, CUT_TAG, HISTORY_MERGE_TAG, HISTORY_PUSH_TAG, PASTE_TAG } from 'lexical'

import type { JournalOp } from '#shared/document/journal.ts'
import type { Caret } from '#shared/document/undo.ts'
import type { Edit } from '#renderer/draft/edit.ts'
import { $caret } from '../caret/caret.ts'
import { OUTSIDE_TAG } from '../outside/tag.ts'

/** What kind of change leads from one state to the other, told by the caret and the length of the line. */
export function editOf(before: EditorState, after: EditorState, ops: readonly JournalOp[], tags: Set<string>): Edit {
  const from = before.read(() => $where($getSelection()))
  const to = after.read(() => $where($getSelection()))
  const step = tags.has(HISTORY_PUSH_TAG) ? 'new' : tags.has(HISTORY_MERGE_TAG) ? 'same' : null
  const alone = ops.length === 1 && !tags.has(PASTE_TAG) && !tags.has(CUT_TAG)
  return {
    kind: alone && from !== null && to !== null ? kindOf(from, to) : 'other',
    before: from?.caret ?? null,
    after: to?.caret ?? null,
    step,
    outside: tags.has(OUTSIDE_TAG),
  }
}

interface Where {
  caret: Caret
  collapsed: boolean
  /** Of the words of the block. */
  length: number
}

function $where(selection: ReturnType<typeof $getSelection>): Where | null {
  const caret = $caret()
  if (caret === null || !$isRangeSelection(selection)) return null
  return { caret, collapsed: selection.isCollapsed(), length: $length(selection) }
}

const $length = ({ anchor }: RangeSelection): number => anchor.getNode().getTopLevelElement()?.getTextContentSize() ?? 0

function kindOf(from: Where, to: Where): Edit['kind'] {
  if (!from.collapsed || !to.collapsed || from.caret.anchor.block !== to.caret.anchor.block) return 'other'
  const grown = to.length - from.length
  const moved = to.caret.anchor.offset - from.caret.anchor.offset
  if (grown > 0 && moved === grown) return 'insert'
  if (grown < 0 && moved === grown) return 'backspace'
  return grown < 0 && moved === 0 ? 'delete' : 'other'
}
