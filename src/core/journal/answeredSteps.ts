import type { ArticleId } from '#shared/domain/ids.ts'
import type { ReadableDb } from '../db/handles.ts'
import type { Acknowledged } from './repository.ts'
import { readSteps, rememberedSteps } from './repository.ts'

/**
 * What was answered to the last steps of the drafts last worked on, so that one that is sent again is recognised without
 * an index on disk, which every key would have to write. Forgetting is safe: the journal is read again.
 */
export class AnsweredSteps {
  readonly #articles = new Map<ArticleId, Map<string, Acknowledged>>()
  readonly #capacity: number

  constructor(capacity = 8) {
    this.#capacity = capacity
  }

  find(db: ReadableDb, articleId: ArticleId, step: string): Acknowledged | undefined {
    return this.#of(db, articleId).get(step)
  }

  /** After the commit. */
  add(articleId: ArticleId, step: string, answer: Acknowledged): void {
    const steps = this.#articles.get(articleId)
    if (steps === undefined) return
    steps.set(step, answer)
    const [oldest] = steps.keys()
    if (steps.size > rememberedSteps && oldest !== undefined) steps.delete(oldest)
  }

  delete(articleId: ArticleId): void {
    this.#articles.delete(articleId)
  }

  #of(db: ReadableDb, articleId: ArticleId): Map<string, Acknowledged> {
    const steps =
      this.#articles.get(articleId) ??
      new Map(readSteps(db, articleId).map(({ step, ...answer }) => [step, answer] as const))
    this.#articles.delete(articleId)
    this.#articles.set(articleId, steps)
    const [oldest] = this.#articles.keys()
    if (this.#articles.size > this.#capacity && oldest !== undefined) this.#articles.delete(oldest)
    return steps
  }
}
