import type { JournalOp } from '#shared/document/journal.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { applyJournal } from '#shared/document/journal.ts'
import type { UndoStep } from '#shared/document/undo.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { JournalCore } from './Autosave.ts'

type Answer = 'store' | 'storeAndLose' | 'lose' | GalleyError

/** Keeps an article as core does: a step that it has seen appends nothing. */
export class TestCore implements JournalCore {
  content: ArticleContent
  readonly steps = new Map<string, JournalOp[]>()
  /** Every call, also those that failed. */
  readonly calls: { step: string; base: number | undefined; ops: JournalOp[]; undo: unknown }[] = []
  /** How the next calls go; then they are stored. */
  answers: Answer[] = []
  /** What undo takes back, from before this start. */
  undoSteps: UndoStep[] = []
  redoSteps: UndoStep[] = []
  /** What is no valid article. */
  refuses: (ops: readonly JournalOp[]) => boolean = () => false
  /** Calls that wait for an answer, while `held`. */
  #held: (() => void)[] | null = null
  underWay = 0
  mostUnderWay = 0

  constructor(content: ArticleContent, version = 7) {
    this.content = content
    this.#opened = version
  }

  hold(): void {
    this.#held = []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const go of held) go()
  }

  /** The version that was opened. */
  readonly #opened: number
  /** The text was replaced as a whole at this version. */
  #replaced = 0
  #written = 0

  /** Another desktop's text takes the place of this one. Answers what opening the article answers now. */
  replace(content: ArticleContent) {
    this.#written += 1
    this.#replaced = this.version
    this.content = content
    return this.opened()
  }

  opened() {
    return { content: this.content, version: this.version, savedAt: this.#savedAt(), editable: true }
  }

  get version(): number {
    return this.#opened + this.#written
  }

  #savedAt = () => `2026-05-01T08:00:${String(this.#written).padStart(2, '0')}.000Z`

  readonly articles: JournalCore['articles'] = {
    undoSteps: ({ direction }) => Promise.resolve(direction === 'undo' ? this.undoSteps : this.redoSteps),
    journal: async ({ step, base, ops, undo }) => {
      this.calls.push({ step, base, ops: ops as JournalOp[], undo })
      this.underWay += 1
      this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay)
      const { promise, resolve } = Promise.withResolvers<void>()
      if (this.#held === null) resolve()
      else this.#held.push(resolve)
      await promise
      this.underWay -= 1
      const answer = this.answers.shift() ?? 'store'
      if (answer instanceof GalleyError) throw answer
      if (this.refuses(ops as JournalOp[])) throw new GalleyError('invalid_input')
      const isNew = !this.steps.has(step)
      if (isNew && (base ?? this.version) < this.#replaced) throw new GalleyError('stale_revision')
      if (answer !== 'lose') this.#store(step, ops as JournalOp[])
      if (answer !== 'store') throw new GalleyError('disconnected')
      return { version: this.version, savedAt: this.#savedAt() }
    },
  }

  #store(step: string, ops: JournalOp[]): void {
    if (this.steps.has(step)) return
    this.steps.set(step, ops)
    this.#written += 1
    this.content = applyJournal(this.content, ops)
  }
}
