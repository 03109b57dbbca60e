import { z } from 'zod'

import { Attribution } from '../domain/attribution.ts'
import { ArticleFields } from '../domain/fields.ts'
import { BlockId } from '../domain/ids.ts'
import { Block, blockId } from './blocks.ts'
import type { ArticleContent } from './content.ts'

/**
 * One step of autosave: what changed, and not the article. Steps are applied in order, and applying a step twice in a
 * row gives what applying it once gives, so that a step whose acknowledgement was lost may be sent again.
 */
export const JournalOp = z.discriminatedUnion('op', [
  /** Writes or moves a block to stand right behind `after`; null means first. */
  z.object({ op: z.literal('put'), after: BlockId.nullable(), block: Block }),
  z.object({ op: z.literal('remove'), id: BlockId }),
  z.object({ op: z.literal('fields'), fields: ArticleFields.omit({ attribution: true }).partial() }),
  z.object({ op: z.literal('attribution'), attribution: Attribution.partial() }),
])
export type JournalOp = z.infer<typeof JournalOp>

/** The article after `ops`. A `put` behind a block that does not exist lands at the end: words are never dropped. */
export function applyJournal(content: ArticleContent, ops: readonly JournalOp[]): ArticleContent {
  const blocks = [...content.blocks]
  let fields = content.fields
  for (const op of ops) {
    switch (op.op) {
      case 'put':
        put(blocks, op.after, op.block)
        break
      case 'remove':
        remove(blocks, op.id)
        break
      case 'fields':
        fields = { ...fields, ...defined(op.fields) }
        break
      case 'attribution':
        fields = { ...fields, attribution: { ...fields.attribution, ...defined(op.attribution) } }
        break
    }
  }
  return { ...content, fields, blocks }
}

function put(blocks: Block[], after: BlockId | null, block: Block): void {
  const at = blocks.findIndex((existing) => blockId(existing) === blockId(block))
  const before = blocks[at - 1]
  const stays = at >= 0 && (before === undefined ? null : blockId(before)) === after
  if (stays) {
    blocks[at] = block
    return
  }
  if (at >= 0) blocks.splice(at, 1)
  const behind = after === null ? 0 : blocks.findIndex((existing) => blockId(existing) === after) + 1
  blocks.splice(after !== null && behind === 0 ? blocks.length : behind, 0, block)
}

function remove(blocks: Block[], id: BlockId): void {
  const at = blocks.findIndex((block) => blockId(block) === id)
  if (at >= 0) blocks.splice(at, 1)
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Drops keys whose value is undefined, which a partial schema lets through. */
function defined<T extends object>(partial: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>
}
