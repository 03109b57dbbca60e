import type { ArticleContent } from '#shared/document/content.ts'
import { readContent } from '#shared/document/upgrade.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { applyJournal } from '#shared/document/journal.ts'
import type { Direction, UndoEvent, UndoStep } from '#shared/document/undo.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

interface Step {
  base?: number
  ops: JournalOp[]
  undo: UndoEvent[]
}

/** Core as far as a page of writing needs it; a real one has tests of its own. */
export class PageCore {
  content: ArticleContent
  /** What was brought here, batch by batch. */
  readonly batches: JournalOp[][] = []
  #version = 0
  #replaced = 0
  #undo: UndoStep[] = []
  #redo: UndoStep[] = []
  #savedAt = new Date().toISOString()

  constructor(content: ArticleContent) {
    this.content = content
  }

  /** Another desktop's text takes the place of this one. */
  replace(content: ArticleContent): void {
    this.#version += 1
    this.#replaced = this.#version
    this.content = readContent(content)
  }

  opened() {
    return { content: this.content, version: this.#version, savedAt: this.#savedAt }
  }

  /** How many steps can be taken back. */
  get depth(): number {
    return this.#undo.length
  }

  readonly articles = {
    journal: ({ base, ops, undo }: Step) => {
      if ((base ?? this.#version) < this.#replaced) return Promise.reject(new GalleyError('stale_revision'))
      this.batches.push(ops)
      this.content = readContent(applyJournal(this.content, ops))
      this.#version += 1
      for (const event of undo) this.#keep(event)
      return Promise.resolve({ version: this.#version, savedAt: this.#savedAt })
    },
    undoSteps: ({ direction, beyond, limit }: { direction: Direction; beyond: string | null; limit: number }) => {
      const steps = (direction === 'undo' ? this.#undo : this.#redo).toReversed()
      const from = steps.findIndex(({ id }) => id === beyond) + 1
      return Promise.resolve(steps.slice(from, from + limit))
    },
  }

  #keep(event: UndoEvent): void {
    if (event.event === 'done') {
      const known = this.#undo.findIndex(({ id }) => id === event.step.id)
      if (known >= 0) this.#undo[known] = event.step
      else {
        this.#redo = []
        this.#undo.push(event.step)
      }
      return
    }
    const [from, to] = event.event === 'undone' ? [this.#undo, this.#redo] : [this.#redo, this.#undo]
    const step = from.pop()
    if (step?.id !== event.id) throw new Error('another step was taken back than the last')
    to.push(step)
  }
}
