import type { BlockId } from '../../domain/ids.ts'
import type { Block } from '../blocks.ts'
import { alternativesOf, clashBlock, mergeAlternatives } from './alternatives.ts'
import { blocksOf } from './build.ts'
import type { Head, ListKind, Token } from './tokens.ts'
import { isHead, topOf } from './tokens.ts'
import type { Author, Three } from './types.ts'
import type { Woven } from './weave.ts'
import { wordsIn } from './weave.ts'

/**
 * Blocks from woven words. A block in which both versions of a passage stand becomes a clash of the whole block, so that
 * each version can be read on its own; what is merged around the passage is in both.
 */
export function assemble(
  woven: readonly Woven[],
  lists: Three<ReadonlyMap<BlockId, ListKind>>,
  authors: { left: Author; right: Author },
): Block[] {
  const kinds = mergeKinds(lists)
  const blocks: Block[] = []
  for (const part of partsOf(woven)) {
    const first = part
      .flatMap((item) => (item.kind === 'conflict' ? [...item.left, ...item.right] : [item]))
      .find(isHead)
    if (first === undefined) throw new TypeError('words without a line to stand in')
    const [ours, theirs] = [versionOf(part, 'left', first), versionOf(part, 'right', first)]
    const [left, right] = [blocksOf(ours, kinds), blocksOf(theirs, kinds)]
    if (part.every((item) => item.kind !== 'conflict')) blocks.push(...left)
    else {
      const versions = mergeAlternatives({
        base: [],
        left: alternativesOf(left, authors.left),
        right: alternativesOf(right, authors.right),
      })
      const [only] = versions
      if (versions.length === 1 && only !== undefined) blocks.push(...only.value)
      else blocks.push(clashBlock(topOf(first), versions))
    }
  }
  return blocks
}

/** Words whose line begins in the other version only begin it here too. */
function versionOf(part: readonly Woven[], side: 'left' | 'right', first: Head): Token[] {
  const tokens = wordsIn(part, side)
  return tokens[0] === undefined || isHead(tokens[0]) ? tokens : [first, ...tokens]
}

/** Cuts where a block begins in both versions. */
function partsOf(woven: readonly Woven[]): Woven[][] {
  const parts: Woven[][] = []
  let top: BlockId | null = null
  for (const [index, item] of woven.entries()) {
    const begins = item.kind === 'conflict' ? standsAlone(item, woven[index + 1]) : isHead(item) && topOf(item) !== top
    if (begins || parts.length === 0) parts.push([])
    parts.at(-1)?.push(item)
    if (item.kind !== 'conflict' && isHead(item)) top = topOf(item)
  }
  return parts
}

/** Whether either version begins a line of its own, or is nothing at all before one. */
function standsAlone({ left, right }: Extract<Woven, { kind: 'conflict' }>, next: Woven | undefined): boolean {
  const nothingFollows = next === undefined || (next.kind !== 'conflict' && isHead(next))
  return [left, right].every(([first]) =>
    first === undefined ? nothingFollows : isHead(first) && typeof first.shape === 'string',
  )
}

/** How each list counts. Of two changes the first in the order of the sides holds: no words are lost with it. */
function mergeKinds({ base, left, right }: Three<ReadonlyMap<BlockId, ListKind>>): Map<BlockId, ListKind> {
  const merged = new Map(base)
  for (const [id, kind] of [...right, ...left]) {
    if (JSON.stringify(base.get(id)) !== JSON.stringify(kind)) merged.set(id, kind)
  }
  return merged
}
