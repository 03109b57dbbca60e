import { blockId, isClash, isPicture } from '#shared/document/blocks.ts'
import { openClashes } from '#shared/document/clash.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { emptyContent } from '#shared/document/content.ts'
import { diffContents } from '#shared/document/diffContents.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { applyJournal } from '#shared/document/journal.ts'
import type { BlockOp, Caret, Change, Direction, LineOp, UndoStep } from '#shared/document/undo.ts'
import { isBlockOp, isLineOp } from '#shared/document/undo.ts'
import { opsOf } from '#shared/document/undoOps.ts'
import type { ArticleFields } from '#shared/domain/fields.ts'
import type { BlockId } from '#shared/domain/ids.ts'
import type { BodyCount } from './BodyCount.ts'
import { DraftText } from './DraftText.ts'
import type { Edit } from './edit.ts'
import { otherEdit } from './edit.ts'
import { Pages } from './Pages.ts'
import type { PictureDetails } from './types.ts'
import type { UndoStack } from './UndoStack.ts'

type Save = (ops: readonly JournalOp[]) => void

/** The text as the screen shows it, with what follows every change of it: counts, undo, and the editors that show it. */
export class Manuscript {
  readonly text: DraftText
  readonly pages = new Pages()
  readonly #clashes: Set<BlockId>
  readonly #count: BodyCount
  readonly #undo: UndoStack

  constructor(content: ArticleContent, count: BodyCount, undo: UndoStack) {
    this.text = new DraftText(content)
    this.#clashes = new Set(openClashes(content).map(blockId))
    this.#count = count
    this.#undo = undo
  }

  /** Reported by an editor, which shows it already. Answers what is new. */
  typed(ops: readonly JournalOp[], edit: Edit, lines?: UndoStep['lines']): BlockOp[] {
    const done = ops.filter(isBlockOp).filter((op) => !edit.outside || !this.text.has(op))
    const changes = done.map((op) => this.text.change(op))
    this.#countBlocks(done)
    if (changes.length > 0 && !edit.outside) this.#undo.record(changes, edit, performance.now(), lines)
    return done
  }

  /** What gives a picture other details; nothing for one that is not there. */
  pictureWith(id: BlockId, details: Partial<PictureDetails>): BlockOp[] {
    const block = this.text.blocks.get(id)
    if (block === undefined || !isPicture(block)) return []
    return [{ op: 'put', after: this.text.blocks.idBefore(id), block: { ...block, ...details } }]
  }

  /** Places that have several versions. */
  get clashes(): number {
    return this.#clashes.size
  }

  /**
   * Somebody did this here, and not in an editor. `save` is called in the order in which things happen: an editor may
   * report what it makes of the change while it shows it.
   */
  decided(ops: readonly JournalOp[], save: Save): void {
    const blocks = ops.filter(isBlockOp)
    const redo = ops.filter(isLineOp)
    const undo = takingBack(redo, this.text.fields)
    this.text.apply(redo)
    this.typed(blocks, { ...otherEdit, step: 'new' }, redo.length > 0 ? { undo, redo } : undefined)
    this.#undo.seal()
    const last = blocks.findLast((op) => op.op === 'put')
    const place = last?.op === 'put' ? { block: blockId(last.block), offset: 0 } : null
    save(ops)
    save(this.#show(blocks, place === null ? null : { anchor: place, focus: place }))
  }

  /** Words of a version that somebody is still writing. They are in no text yet, and their field has an undo of its own. */
  written(ops: readonly JournalOp[], save: Save): void {
    this.apply(ops)
    save(ops)
    save(this.#show(ops.filter(isBlockOp)))
  }

  /** Came from outside: no doing of the person here. Answers what that changed beyond it, and has to be saved. */
  arrived(ops: readonly JournalOp[]): BlockOp[] {
    this.#undo.seal()
    this.apply(ops)
    return this.#show(ops.filter(isBlockOp))
  }

  /** Takes the nearest step back, or does it again. False where what others wrote since does not let it. */
  undo(direction: Direction, save: Save): boolean {
    this.pages.settle()
    const step = this.#undo.next(direction)
    if (step === undefined) return true
    const ops = opsOf(step, direction, this.text)
    if (ops === null) {
      this.#undo.stop(direction)
      return false
    }
    const blocks = ops.filter(isBlockOp)
    this.text.apply(ops.filter(isLineOp))
    const changes = blocks.map((op) => this.text.change(op))
    this.#countBlocks(blocks)
    this.#undo.moved(direction, direction === 'undo' ? changes.map(inverse).toReversed() : changes)
    save(ops)
    save(this.#show(blocks, direction === 'undo' ? step.before : step.after))
    return true
  }

  apply(ops: readonly JournalOp[]): void {
    this.text.apply(ops)
    this.#countBlocks(ops.filter(isBlockOp))
  }

  dispose(): void {
    this.#count.dispose()
    this.pages.dispose()
  }

  #show(ops: readonly BlockOp[], caret?: Caret | null): BlockOp[] {
    const gone = this.pages.show(ops, caret)
    this.apply(gone)
    return gone
  }

  #countBlocks(ops: readonly BlockOp[]): void {
    for (const op of ops) {
      if (op.op === 'put' && isClash(op.block)) this.#clashes.add(blockId(op.block))
      else this.#clashes.delete(op.op === 'put' ? blockId(op.block) : op.id)
      if (op.op === 'put') this.#count.changed(blockId(op.block), op.block)
      else this.#count.changed(op.id, null)
    }
  }
}

/** What gives title lines and attribution back what `ops` are about to change. */
function takingBack(ops: readonly LineOp[], fields: ArticleFields): LineOp[] {
  const before = { ...emptyContent, fields }
  return diffContents(applyJournal(before, ops), before).filter(isLineOp)
}

const inverse = ({ undo, redo, next }: Change): Change => ({ undo: redo, redo: undo, next })
