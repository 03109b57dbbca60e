import type { ArticleFields } from '../domain/fields.ts'
import type { BlockId } from '../domain/ids.ts'
import { BlockList } from './blockList.ts'
import type { Block } from './blocks.ts'
import { blockId, isClash } from './blocks.ts'
import { emptyContent } from './content.ts'
import { isSame } from './diffContents.ts'
import type { JournalOp } from './journal.ts'
import { applyJournal } from './journal.ts'
import { mergeContents } from './merge/mergeContents.ts'
import type { BlockOp, Change, Direction, LineOp, UndoStep } from './undo.ts'

/** The text in which a step is taken back. */
interface Text {
  readonly fields: ArticleFields
  readonly blocks: Iterable<Block>
}

/**
 * What has to be done to a text to take a step back, or to do it again. Where somebody else has changed a block since,
 * their words stay: the step is merged with theirs. Null where the two cannot be told apart; then nothing is done.
 */
export function opsOf({ changes, lines }: UndoStep, direction: Direction, text: Text): JournalOp[] | null {
  const ops: BlockOp[] = []
  // What the step has done so far counts: a block keeps its place among those that were just brought back.
  const now = new BlockList(text.blocks)
  for (const change of direction === 'undo' ? changes.toReversed() : changes) {
    const op = opOf(change, direction, now)
    if (op === 'clash') return null
    if (op === 'gone') continue
    if (op.op === 'put') now.put(op.after, op.block)
    else now.remove(op.id)
    ops.push(op)
  }
  const [left, wanted] = direction === 'undo' ? [lines?.redo, lines?.undo] : [lines?.undo, lines?.redo]
  return [...linesOf(left ?? [], wanted ?? [], text.fields), ...ops]
}

function opOf(change: Change, direction: Direction, now: BlockList): BlockOp | 'gone' | 'clash' {
  const [left, wanted] = direction === 'undo' ? [change.redo, change.undo] : [change.undo, change.redo]
  const id = wanted.op === 'put' ? blockId(wanted.block) : wanted.id
  const outcome = outcomeOf(stateOf(left), stateOf(wanted), now.get(id) ?? null)
  if (outcome === 'clash' || outcome === 'gone') return outcome
  if (outcome === null) return { op: 'remove', id }
  const moved = left.op === 'remove' || wanted.op === 'remove' || left.after !== wanted.after
  const after = moved && wanted.op === 'put' ? placeOf(wanted.after, change.next, now) : now.idBefore(id)
  return { op: 'put', after, block: outcome }
}

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

function placeOf(after: BlockId | null, next: BlockId | null, now: BlockList): BlockId | null {
  if (after === null || now.get(after) !== undefined) return after
  return next === null || now.get(next) === undefined ? after : now.idBefore(next)
}

/** A line that somebody has changed since stays as they left it. */
function linesOf(left: readonly LineOp[], wanted: readonly LineOp[], fields: ArticleFields): LineOp[] {
  const then = applyJournal({ ...emptyContent, fields }, left).fields
  return wanted.map((op) =>
    op.op === 'fields'
      ? { ...op, fields: untouched(op.fields, then, fields) }
      : { ...op, attribution: untouched(op.attribution, then.attribution, fields.attribution) },
  )
}

/** Those of `wanted` that are now what they were left as. */
const untouched = <W extends object>(wanted: W, left: Required<W>, now: Required<W>): W =>
  Object.fromEntries(Object.entries(wanted).filter(([key]) => isSame(left[key as keyof W], now[key as keyof W]))) as W
