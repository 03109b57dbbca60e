import type { ArticleFields } from '../domain/fields.ts'
import type { Attribution } from '../domain/attribution.ts'
import type { BlockId } from '../domain/ids.ts'
import type { Block } from './blocks.ts'
import { blockId } from './blocks.ts'
import type { ArticleContent } from './content.ts'

/** Parts of an article that can be brought back by themselves. */
export interface Parts {
  readonly blocks: readonly BlockId[]
  readonly fields: readonly Exclude<keyof ArticleFields, 'attribution'>[]
  readonly attribution: readonly (keyof Attribution)[]
}

/**
 * `now` with these parts as they were in `then`: a changed block gets its old words and place, a lost one comes back
 * behind what it stood behind, one that was not there yet goes.
 */
export function takeBack(now: ArticleContent, then: ArticleContent, parts: Parts): ArticleContent {
  const { attribution } = now.fields
  return {
    ...now,
    fields: {
      ...now.fields,
      ...pick(then.fields, parts.fields),
      attribution: { ...attribution, ...pick(then.fields.attribution, parts.attribution) },
    },
    blocks: takeBackBlocks(now.blocks, then.blocks, new Set(parts.blocks)),
  }
}

function takeBackBlocks(now: readonly Block[], then: readonly Block[], ids: ReadonlySet<BlockId>): Block[] {
  const blocks = now.filter((block) => !ids.has(blockId(block)))
  for (const [index, block] of then.entries()) {
    if (ids.has(blockId(block))) blocks.splice(placeOf(blocks, then.slice(0, index)), 0, block)
  }
  return blocks
}

/** Behind the nearest of `before` that is there. */
function placeOf(blocks: readonly Block[], before: readonly Block[]): number {
  const places = new Map(blocks.map((block, place) => [blockId(block), place + 1]))
  for (const block of before.toReversed()) {
    const place = places.get(blockId(block))
    if (place !== undefined) return place
  }
  return 0
}

const pick = <T extends object>(from: T, keys: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>
