import { z } from 'zod'

import { BlockId } from '../domain/ids.ts'
import type { JournalOp } from './journal.ts'
import { AttributionOp, FieldsOp, PutOp, RemoveOp } from './journal.ts'

/** A place in the words of a block, counted as renderer/editor/caret counts. It outlives the editor it was seen in. */
export const Place = z.object({ block: BlockId, offset: z.int().min(0) })
export type Place = z.infer<typeof Place>

/** Where somebody wrote: the caret, or the words that were chosen. */
export const Caret = z.object({ anchor: Place, focus: Place })
export type Caret = z.infer<typeof Caret>

export const BlockOp = z.discriminatedUnion('op', [PutOp, RemoveOp])
export type BlockOp = z.infer<typeof BlockOp>

export const isBlockOp = (op: JournalOp): op is BlockOp => op.op === 'put' || op.op === 'remove'

/** What is done to title lines and attribution. */
export const LineOp = z.discriminatedUnion('op', [FieldsOp, AttributionOp])
export type LineOp = z.infer<typeof LineOp>

export const isLineOp = (op: JournalOp): op is LineOp => !isBlockOp(op)

/** What was done to one block, and what takes it back. */
export const Change = z.object({
  undo: BlockOp,
  redo: BlockOp,
  /** The block that stood behind it: tells the place when the block before it is gone. */
  next: BlockId.nullable(),
})
export type Change = z.infer<typeof Change>

/** What one undo takes back: a run of typing, a paste, a new style, an old version that was brought back. */
export const UndoStep = z.object({
  id: z.uuid(),
  changes: z.array(Change),
  /** Of title lines and attribution. What is typed in their fields has the fields' own undo and is not here. */
  lines: z.object({ undo: z.array(LineOp), redo: z.array(LineOp) }).optional(),
  before: Caret.nullable(),
  after: Caret.nullable(),
})
export type UndoStep = z.infer<typeof UndoStep>

/** What core has to keep, in order. A step that grew is told again, under the same id. */
export const UndoEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('done'), step: UndoStep }),
  z.object({ event: z.enum(['undone', 'redone']), id: z.uuid() }),
])
export type UndoEvent = z.infer<typeof UndoEvent>

export const Direction = z.enum(['undo', 'redo'])
export type Direction = z.infer<typeof Direction>
