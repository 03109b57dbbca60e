import { z } from 'zod'

import { BlockId } from '../domain/ids.ts'
import type { Block } from './blocks.ts'
import { blockId, isClash } from './blocks.ts'
import { emptyContent } from './content.ts'
import { isSame } from './diffContents.ts'
import type { JournalOp } from './journal.ts'
import { PutOp, RemoveOp } from './journal.ts'
import { mergeContents } from './merge/mergeContents.ts'

/** A place in the words of a block, counted as renderer/editor/caret counts. It outlives the editor it was seen in. */
export const Place = z.object({ block: BlockId, offset: z.int().min(0) })
export type Place = z.infer<typeof Place>

/** Where somebody wrote: the caret, or the words that were chosen. */
export const Caret = z.object({ anchor: Place, focus: Place })
export type Caret = z.infer<typeof Caret>

export const BlockOp = z.discriminatedUnion('op', [PutOp, RemoveOp])
export type BlockOp = z.infer<typeof BlockOp>

export const isBlockOp = (op: JournalOp): op is BlockOp => op.op === 'put' || op.op === 'remove'

/** What was done to one block, and what takes it back. */
export const Change = z.object({
  undo: BlockOp,
  redo: BlockOp,
  /** The block that stood behind it: tells the place when the block before it is gone. */
  next: BlockId.nullable(),
})
export type Change = z.infer<typeof Change>

/** What one undo takes back: a run of typing, a paste, a new style. */
export const UndoStep = z.object({
  id: z.uuid(),
  changes: z.array(Change),
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

/** What a text has to answer to have a step taken back. */
export interface Standing {
  get(id: BlockId): Block | undefined
  /** Null for the first block, and for one that is not there. */
  idBefore(id: BlockId): BlockId | null
}

/**
 * What has to be done to a text to take a step back, or to do it again. Where somebody else has changed a block since,
 * their words stay: the step is merged with theirs. Null where the two cannot be told apart; then nothing is done.
 */
export function opsOf({ changes }: UndoStep, direction: Direction, text: Standing): BlockOp[] | null {
  const ops: BlockOp[] = []
  const done = new Map<BlockId, Block | null>()
  const now = (id: BlockId): Block | null => {
    const block = done.get(id)
    return block === undefined ? (text.get(id) ?? null) : block
  }
  for (const change of direction === 'undo' ? changes.toReversed() : changes) {
    const [left, wanted] = direction === 'undo' ? [change.redo, change.undo] : [change.undo, change.redo]
    const id = idOf(wanted)
    const outcome = outcomeOf(stateOf(left), stateOf(wanted), now(id))
    if (outcome === 'clash') return null
    if (outcome === 'gone') continue
    if (outcome === null) ops.push({ op: 'remove', id })
    else {
      const moved = left.op === 'remove' || wanted.op === 'remove' || left.after !== wanted.after
      const after = moved && wanted.op === 'put' ? placeOf(wanted.after, change.next, now, text) : text.idBefore(id)
      ops.push({ op: 'put', after, block: outcome })
    }
    done.set(id, outcome)
  }
  return ops
}

const idOf = (op: BlockOp): BlockId => (op.op === 'put' ? blockId(op.block) : op.id)
const stateOf = (op: BlockOp): Block | null => (op.op === 'put' ? op.block : null)

/** What a block becomes that the step left as `left`, that is to be `wanted`, and that is `now`. */
function outcomeOf(left: Block | null, wanted: Block | null, now: Block | null): Block | null | 'gone' | 'clash' {
  if (isSame(left, now)) return wanted
  if (isSame(wanted, now)) return 'gone'
  // Somebody else has deleted it, or brought it back: their doing stands.
  if (now === null) return 'gone'
  if (left === null) return 'clash'
  return merged(left, now, wanted)
}

/** Words that somebody else put into the block stay, also when the step takes the block away. */
function merged(left: Block, now: Block, wanted: Block | null): Block | 'clash' {
  const emptied = wanted ?? ('children' in left ? { ...left, children: [] } : null)
  if (emptied === null) return 'clash'
  const text = (block: Block) => ({ ...emptyContent, blocks: [block] })
  const side = (block: Block) => ({ content: text(block), who: null, when: never })
  const [block, ...others] = mergeContents(text(left), side(now), side(emptied)).content.blocks
  return block === undefined || others.length > 0 || isClash(block) ? 'clash' : block
}

/** Nobody is shown these versions. */
const never = '1970-01-01T00:00:00.000Z'

function placeOf(
  after: BlockId | null,
  next: BlockId | null,
  now: (id: BlockId) => Block | null,
  text: Standing,
): BlockId | null {
  if (after === null || now(after) !== null) return after
  return next === null || text.get(next) === undefined ? after : text.idBefore(next)
}
