import { blockId } from '#shared/document/blocks.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { BlockOp, Direction } from '#shared/document/undo.ts'
import { isBlockOp, opsOf } from '#shared/document/undo.ts'
import type { BodyCount } from './BodyCount.ts'
import { DraftText } from './DraftText.ts'
import type { Edit } from './edit.ts'
import { Pages } from './Pages.ts'
import type { UndoStack } from './UndoStack.ts'

/** The text as the screen shows it, with what follows every change of it: counts, undo, and the editors that show it. */
export class Manuscript {
  readonly text: DraftText
  readonly pages = new Pages()
  readonly #count: BodyCount
  readonly #undo: UndoStack

  constructor(content: ArticleContent, count: BodyCount, undo: UndoStack) {
    this.text = new DraftText(content)
    this.#count = count
    this.#undo = undo
  }

  /** Reported by an editor, which shows it already. Answers what is new. */
  typed(ops: readonly JournalOp[], edit: Edit): BlockOp[] {
    const done = ops.filter(isBlockOp).filter((op) => !edit.outside || !this.text.has(op))
    const changes = done.map((op) => this.text.change(op))
    this.#countBlocks(done)
    if (changes.length > 0) this.#undo.record(changes, edit, performance.now())
    return done
  }

  /** Came from outside: no doing of the person here. */
  arrived(ops: readonly JournalOp[]): void {
    this.#undo.seal()
    this.apply(ops)
    this.pages.show(ops.filter(isBlockOp))
  }

  /** Takes the nearest step back, or does it again. Answers what that changed; nothing where it cannot be done. */
  undo(direction: Direction): BlockOp[] {
    this.pages.settle()
    const step = this.#undo.next(direction)
    if (step === undefined) return []
    const ops = opsOf(step, direction, this.text.blocks)
    if (ops === null) {
      this.#undo.stop(direction)
      return []
    }
    this.#undo.moved(direction)
    this.apply(ops)
    this.pages.show(ops, direction === 'undo' ? step.before : step.after)
    return ops
  }

  apply(ops: readonly JournalOp[]): void {
    this.text.apply(ops)
    this.#countBlocks(ops.filter(isBlockOp))
  }

  dispose(): void {
    this.#count.dispose()
    this.pages.dispose()
  }

  #countBlocks(ops: readonly BlockOp[]): void {
    for (const op of ops) {
      if (op.op === 'put') this.#count.changed(blockId(op.block), op.block)
      else this.#count.changed(op.id, null)
    }
  }
}
