import type { JournalOp } from '#shared/document/journal.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

/** The body, one field, or one part of the attribution: what a step replaces as a whole. */
type Part = string

interface Written {
  /** What was written before this version is not known. */
  readonly since: number
  readonly parts: Map<Part, number>
}

/** The versions at which windows last wrote in each part of a draft, since this core was started. */
export class LastWritten {
  readonly #articles = new Map<ArticleId, Written>()

  /** The version that a window has to have seen to write `ops` over a draft that stands at `version`. */
  toBeSeen(articleId: ArticleId, ops: readonly JournalOp[], version: number): number {
    const written = this.#articles.get(articleId)
    if (written === undefined) return version
    return Math.max(written.since, ...partsOf(ops).map((part) => written.parts.get(part) ?? written.since))
  }

  /** `ops` made version `version` of the draft. */
  note(articleId: ArticleId, ops: readonly JournalOp[], version: number): void {
    const written = this.#articles.get(articleId) ?? { since: version - 1, parts: new Map() }
    for (const part of partsOf(ops)) written.parts.set(part, version)
    this.#articles.set(articleId, written)
  }

  forget(articleId: ArticleId): void {
    this.#articles.delete(articleId)
  }
}

function partsOf(ops: readonly JournalOp[]): Part[] {
  const parts = ops.flatMap((op): Part[] => {
    if (op.op === 'fields') return Object.keys(op.fields)
    if (op.op === 'attribution') return Object.keys(op.attribution).map((key) => `attribution ${key}`)
    return ['body']
  })
  return [...new Set(parts)]
}
