import type { ArticleContent } from '#shared/document/content.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

export interface OpenDraft {
  content: ArticleContent
  version: number
}

/** Texts of the drafts last worked on, so that a keystroke does not read the article from disk. Forgetting is always safe. */
export class OpenDrafts {
  readonly #drafts = new Map<ArticleId, OpenDraft>()
  readonly #capacity: number

  constructor(capacity = 8) {
    this.#capacity = capacity
  }

  get(articleId: ArticleId, version: number): ArticleContent | undefined {
    const draft = this.#drafts.get(articleId)
    return draft?.version === version ? draft.content : undefined
  }

  delete(articleId: ArticleId): void {
    this.#drafts.delete(articleId)
  }

  set(articleId: ArticleId, draft: OpenDraft): void {
    this.#drafts.delete(articleId)
    this.#drafts.set(articleId, draft)
    const [oldest] = this.#drafts.keys()
    if (this.#drafts.size > this.#capacity && oldest !== undefined) this.#drafts.delete(oldest)
  }
}
