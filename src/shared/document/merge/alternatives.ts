import type { BlockId } from '../../domain/ids.ts'
import { isClash } from '../blocks.ts'
import type { Block, BodyClash, PlainBlock } from '../blocks.ts'
import { isSame } from '../diffContents.ts'
import type { Author, Three } from './types.ts'

/** One version of a place: who holds it, and what stands there. */
export interface Alternative<T> extends Author {
  value: T
  /** They are still writing it. */
  unfinished?: true | undefined
}

/**
 * The versions that are left of a place which nobody can merge. Versions that both sides still hold stay, and so does
 * whatever a side made anew; a version that one side gave up goes. Where a side decided and the other wants something
 * else by now, what both want stays; `wanted` stays in any case. The result is never empty and holds no version twice; its order does not depend on the sides'.
 */
export function mergeAlternatives<T>(
  { base, left, right }: Three<Alternative<T>[]>,
  wanted: readonly Alternative<T>[] = [],
): Alternative<T>[] {
  const has = (list: readonly Alternative<T>[], { value }: Alternative<T>): boolean =>
    list.some((other) => isSame(other.value, value))
  const kept = left.filter((version) => has(right, version) || !has(base, version))
  const added = right.filter((version) => !has(base, version))
  const merged = distinct([...kept, ...added, ...wanted])
  // One side decided for what the other does not hold, and the other did not just wait.
  const isContested = ([side, other]: [Alternative<T>[], Alternative<T>[]]): boolean =>
    base.length > 1 && side.length === 1 && !side.every((version) => has(other, version)) && !isSameSet(other, base)
  const isSameSet = (a: readonly Alternative<T>[], b: readonly Alternative<T>[]): boolean =>
    a.length === b.length && a.every((version) => has(b, version))
  const isOpen = merged.length === 0 || isContested([left, right]) || isContested([right, left])
  return isOpen ? distinct([...left, ...right, ...wanted]) : merged
}

/**
 * Each version once, in an order of their words; the smallest name stands for those who wrote the same, and whoever is
 * done before whoever is still writing.
 */
function distinct<T>(versions: readonly Alternative<T>[]): Alternative<T>[] {
  const sorted = versions
    .map((version) => ({
      version,
      words: JSON.stringify(version.value),
      rest: `${version.unfinished === true ? '1' : '0'} ${String(version.who)} ${version.when}`,
    }))
    .toSorted((a, b) => compare(a.words, b.words) || compare(a.rest, b.rest))
  return sorted
    .filter(({ words }, index) => words !== sorted[index - 1]?.words)
    .toSorted((a, b) => compare(a.rest, b.rest))
    .map(({ version }) => version)
}

/** By code units: the same on every desktop, whatever its language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The versions of a place as its blocks tell them: those of a clash, or the one that the blocks are. */
export function alternativesOf(blocks: readonly Block[], author: Author): Alternative<PlainBlock[]>[] {
  const clashes = blocks.filter((block) => isClash(block) && block.of === 'body')
  const plain = blocks.filter((block): block is PlainBlock => !isClash(block))
  if (clashes.length === 0) return [{ ...author, value: plain }]
  return clashes.flatMap(({ versions }) =>
    versions.map((version) => ({ ...holderOf(version), value: [...version.blocks, ...plain] })),
  )
}

/** A place with the versions that are left: the blocks themselves when it is one, a clash in the place of `id` otherwise. */
export function placeOf(id: BlockId, versions: readonly Alternative<PlainBlock[]>[]): Block[] {
  const [only] = versions
  if (only !== undefined && versions.length === 1) return only.value
  return [clashBlock(id, versions)]
}

export const clashBlock = (id: BlockId, versions: readonly Alternative<PlainBlock[]>[]): BodyClash => ({
  type: 'clash',
  version: 1,
  $: { id },
  of: 'body',
  versions: versions.map((version) => ({ ...holderOf(version), blocks: version.value })),
})

/** Whose version it is, and whether they are done with it. */
export const holderOf = ({ who, when, unfinished }: Omit<Alternative<unknown>, 'value'>) => ({
  who,
  when,
  ...(unfinished === true && { unfinished }),
})
