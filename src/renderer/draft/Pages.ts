import type { BlockOp, Caret } from '#shared/document/undo.ts'
import type { BlockId } from '#shared/domain/ids.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { PictureDetails } from './types.ts'

/** An editor that shows the article, as far as the draft has to tell it something. */
export interface Page {
  /** Reports at once what was typed and is not reported yet. */
  settle: () => void
  /** Changes those blocks, and answers those that did not stay. With `caret`, it was the person's own doing, and the caret goes there. */
  show: (ops: readonly BlockOp[], caret?: Caret | null) => readonly BlockId[]
  changePicture: (id: BlockId, details: Partial<PictureDetails>) => void
}

/** The editors that show one article: one or none, as a rule. */
export class Pages {
  readonly #pages = new Set<Page>()

  attach(page: Page): Dispose {
    this.#pages.add(page)
    return () => this.#pages.delete(page)
  }

  settle(): void {
    for (const page of this.#pages) page.settle()
  }

  /** Answers what the editors made of it beyond that: blocks that they joined with others are gone. */
  show(ops: readonly BlockOp[], caret?: Caret | null): BlockOp[] {
    if (ops.length === 0) return []
    const gone = Array.from(this.#pages, (page) => page.show(ops, caret)).flat()
    return gone.map((id) => ({ op: 'remove', id }))
  }

  /** False when no editor shows the article. */
  changePicture(id: BlockId, details: Partial<PictureDetails>): boolean {
    for (const page of this.#pages) page.changePicture(id, details)
    return this.#pages.size > 0
  }

  dispose(): void {
    this.#pages.clear()
  }
}
