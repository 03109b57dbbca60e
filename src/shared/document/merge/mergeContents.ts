import type { BlockId } from '../../domain/ids.ts'
import { GalleyError } from '../../rpc/errors.ts'
import type { Block } from '../blocks.ts'
import { blockId, isClash } from '../blocks.ts'
import type { ArticleContent } from '../content.ts'
import { emptyContent, maxBlocks } from '../content.ts'
import { compare } from './alternatives.ts'
import { mergeBodies } from './bodies.ts'
import { mergeFields } from './fields.ts'
import type { Merged, Side } from './types.ts'

/**
 * One text from two that were written from `base` (null: from nothing): see docs/merging.md for what becomes of what.
 * Gives the same whichever side is called left. Nothing that anybody typed is lost: where both changed the same place,
 * both versions stand in a clash. Throws `too_large` when it would be more blocks than an article can have.
 */
export function mergeContents(base: ArticleContent | null, left: Side, right: Side): Merged {
  const before = base ?? emptyContent
  const [was, ours, theirs] = [before, left.content, right.content].map((content) => JSON.stringify(content))
  if (was === theirs || ours === theirs) return { content: left.content, clashes: [] }
  if (was === ours) return { content: right.content, clashes: [] }
  // Sides in an order of their words, so that nothing that follows has to care which one it was called with.
  const [first, second] = compare(ours ?? '', theirs ?? '') <= 0 ? [left, right] : [right, left]
  const { fields, clashes } = mergeFields(before, first, second)
  const bodies = {
    base: before.blocks.filter(isBody),
    left: first.content.blocks.filter(isBody),
    right: second.content.blocks.filter(isBody),
  }
  const blocks = [...clashes, ...mergeBodies(bodies, { left: first, right: second })]
  if (blocks.length > maxBlocks) throw new GalleyError('too_large', { blocks: blocks.length })
  const content = { ...before, fields, blocks }
  return { content, clashes: newClashes(content.blocks, first.content, second.content) }
}

const isBody = (block: Block): boolean => !(isClash(block) && block.of !== 'body')

function newClashes(blocks: readonly Block[], ...before: ArticleContent[]): BlockId[] {
  const known = new Set(
    before.flatMap((content) => content.blocks.filter(isClash).map((clash) => JSON.stringify(clash))),
  )
  return blocks
    .filter(isClash)
    .filter((clash) => !known.has(JSON.stringify(clash)))
    .map(blockId)
}
