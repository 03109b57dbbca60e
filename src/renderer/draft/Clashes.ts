import type { ClashBlock } from '#shared/document/blocks.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { toInstant } from '#shared/domain/time.ts'
import type { Composing } from './Composing.ts'
import type { Decision } from './decision.ts'
import { decide, dropWriting, keepWriting } from './decision.ts'
import type { Manuscript } from './Manuscript.ts'
import type { Permission } from './Permission.ts'

interface Parts {
  shown: Manuscript
  composing: Composing
  permission: Permission
  me: () => PersonId | null
  save: (ops: readonly JournalOp[]) => void
  onChange: () => void
}

/** What a person does with the places of an opened article that have several versions. */
export class Clashes {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Puts what somebody decided in the place of several versions. */
  decide(clash: ClashBlock, decision: Decision): void {
    const { shown, save, onChange } = this.#parts
    if (!this.#mayDecide) return
    shown.pages.settle()
    shown.decided(decide(shown.text.content(), clash, decision), save)
    onChange()
  }

  /** Keeps what the person here writes of another version of a place, as they write it. */
  write(clash: ClashBlock, text: string): void {
    const { shown, permission, save, onChange } = this.#parts
    const { blocks } = shown.text
    if (!permission.mayWrite || blocks.get(clash.$.id)?.type !== 'clash') return
    shown.written(keepWriting(clash, this.#author, text, blocks.idBefore(clash.$.id)), save)
    onChange()
  }

  /** They will not write it after all: undo brings it back. */
  stopWriting(clash: ClashBlock): void {
    const { shown, save, onChange } = this.#parts
    if (!this.#mayDecide) return
    const after = shown.text.blocks.idBefore(clash.$.id)
    shown.decided(dropWriting(shown.text.content(), clash, this.#author, after), save)
    onChange()
  }

  get #mayDecide(): boolean {
    const { permission, composing } = this.#parts
    return permission.mayWrite && !composing.isAtWork
  }

  get #author() {
    return { who: this.#parts.me(), when: toInstant(new Date()) }
  }
}
