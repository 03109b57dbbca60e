import type { JournalOp } from '#shared/document/journal.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { applyJournal } from '#shared/document/journal.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { JournalCore } from './Autosave.ts'

type Answer = 'store' | 'storeAndLose' | 'lose' | GalleyError

/** Keeps an article as core does: a step that it has seen appends nothing. */
export class TestCore implements JournalCore {
  content: ArticleContent
  readonly steps = new Map<string, JournalOp[]>()
  /** Every call, also those that failed. */
  readonly calls: { step: string; base: number | undefined; ops: JournalOp[] }[] = []
  /** How the next calls go; then they are stored. */
  answers: Answer[] = []
  /** What is no valid article. */
  refuses: (ops: readonly JournalOp[]) => boolean = () => false
  /** Calls that wait for an answer, while `held`. */
  #held: (() => void)[] | null = null
  underWay = 0
  mostUnderWay = 0

  constructor(content: ArticleContent) {
    this.content = content
  }

  hold(): void {
    this.#held = []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const go of held) go()
  }

  readonly articles: JournalCore['articles'] = {
    journal: async ({ step, base, ops }) => {
      this.calls.push({ step, base, ops: ops as JournalOp[] })
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
      if (answer !== 'lose') this.#store(step, ops as JournalOp[])
      if (answer !== 'store') throw new GalleyError('disconnected')
      return { version: this.steps.size, savedAt: `2026-05-01T08:00:${String(this.steps.size).padStart(2, '0')}.000Z` }
    },
  }

  #store(step: string, ops: JournalOp[]): void {
    if (this.steps.has(step)) return
    this.steps.set(step, ops)
    this.content = applyJournal(this.content, ops)
  }
}
