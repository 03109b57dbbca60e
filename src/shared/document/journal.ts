import { z } from 'zod'

import { Attribution } from '../domain/attribution.ts'
import { ArticleFields } from '../domain/fields.ts'
import { BlockId } from '../domain/ids.ts'
import { BlockList } from './blockList.ts'
import { Block, blockId } from './blocks.ts'
import type { ArticleContent } from './content.ts'

/** Writes or moves a block to stand right behind `after`; null means first. */
export const PutOp = z.object({ op: z.literal('put'), after: BlockId.nullable(), block: Block })
export const RemoveOp = z.object({ op: z.literal('remove'), id: BlockId })
export const FieldsOp = z.object({
  op: z.literal('fields'),
  fields: ArticleFields.omit({ attribution: true }).partial(),
})
export const AttributionOp = z.object({ op: z.literal('attribution'), attribution: Attribution.partial() })

/**
 * One step of autosave: what changed, and not the article. Steps are applied in order, and applying a step twice in a
 * row gives what applying it once gives, so that a step whose acknowledgement was lost may be sent again.
 */
export const JournalOp = z.discriminatedUnion('op', [PutOp, RemoveOp, FieldsOp, AttributionOp])
export type JournalOp = z.infer<typeof JournalOp>

/** Up to so many steps it is cheaper to look a block up in the list than to index all of them. */
const few = 16

/** The article after `ops`. A `put` behind a block that does not exist lands at the end: words are never dropped. */
export function applyJournal(content: ArticleContent, ops: readonly JournalOp[]): ArticleContent {
  const blocks = ops.length > few ? new BlockList(content.blocks) : new ShortWork(content.blocks)
  let fields = content.fields
  for (const op of ops) {
    switch (op.op) {
      case 'put':
        blocks.put(op.after, op.block)
        break
      case 'remove':
        blocks.remove(op.id)
        break
      case 'fields':
        fields = { ...fields, ...defined(op.fields) }
        break
      case 'attribution':
        fields = { ...fields, attribution: { ...fields.attribution, ...defined(op.attribution) } }
        break
    }
  }
  return { ...content, fields, blocks: Array.from(blocks) }
}

/** What BlockList does, on a plain copy: the case of every keystroke. */
class ShortWork {
  readonly #blocks: Block[]

  constructor(blocks: readonly Block[]) {
    this.#blocks = [...blocks]
  }

  put(after: BlockId | null, block: Block): void {
    const blocks = this.#blocks
    const at = this.#find(blockId(block))
    const before = blocks[at - 1]
    const stays = at >= 0 && (before === undefined ? null : blockId(before)) === after
    if (stays) {
      blocks[at] = block
      return
    }
    if (at >= 0) blocks.splice(at, 1)
    const behind = after === null ? 0 : this.#find(after) + 1
    blocks.splice(after !== null && behind === 0 ? blocks.length : behind, 0, block)
  }

  remove(id: BlockId): void {
    const at = this.#find(id)
    if (at >= 0) this.#blocks.splice(at, 1)
  }

  [Symbol.iterator](): Iterator<Block> {
    return this.#blocks[Symbol.iterator]()
  }

  #find(id: BlockId): number {
    return this.#blocks.findIndex((block) => blockId(block) === id)
  }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Drops keys whose value is undefined, which a partial schema lets through. */
function defined<T extends object>(partial: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>
}
