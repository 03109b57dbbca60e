import { BlockList } from '#shared/document/blockList.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { schemaVersion } from '#shared/document/content.ts'
import { isSame } from '#shared/document/diffContents.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { applyJournal } from '#shared/document/journal.ts'
import type { BlockOp, Change } from '#shared/document/undo.ts'
import { change, standing } from '#shared/document/undoStep.ts'
import type { ArticleFields } from '#shared/domain/fields.ts'

/** The text of an article that changes block by block, at the same cost however long it is. */
export class DraftText {
  #blocks: BlockList
  #fields: ArticleFields
  #content: ArticleContent | null

  constructor(content: ArticleContent) {
    this.#content = content
    this.#fields = content.fields
    this.#blocks = new BlockList(content.blocks)
  }

  get fields(): ArticleFields {
    return this.#fields
  }

  get blocks(): Omit<BlockList, 'put' | 'remove'> {
    return this.#blocks
  }

  /** Whole: O(blocks) after a change, so not for every keystroke. */
  content(): ArticleContent {
    this.#content ??= { schemaVersion, fields: this.#fields, blocks: Array.from(this.#blocks) }
    return this.#content
  }

  apply(ops: readonly JournalOp[]): void {
    if (ops.length === 0) return
    this.#content = null
    for (const op of ops) {
      if (op.op === 'put') this.#blocks.put(op.after, op.block)
      else if (op.op === 'remove') this.#blocks.remove(op.id)
      else this.#fields = applyJournal({ schemaVersion, fields: this.#fields, blocks: [] }, [op]).fields
    }
  }

  /** It is another text from now on. */
  replace(content: ArticleContent): void {
    this.#content = content
    this.#fields = content.fields
    this.#blocks = new BlockList(content.blocks)
  }

  /** Applies one step to a block, and says what it did. */
  change(op: BlockOp): Change {
    this.#content = null
    return change(this.#blocks, op)
  }

  /** Whether a step would change nothing. */
  has(op: BlockOp): boolean {
    if (op.op === 'remove') return this.#blocks.get(op.id) === undefined
    return isSame(standing(this.#blocks, op), op)
  }
}
