import type { BlockId } from '../../domain/ids.ts'
import type { Block, PictureBlock } from '../blocks.ts'
import { blockId, isClash, isPicture } from '../blocks.ts'
import { isSame } from '../diffContents.ts'
import { withFreeIds } from '../ownIds.ts'
import { alternativesOf, mergeAlternatives, placeOf } from './alternatives.ts'
import { assemble } from './assemble.ts'
import { Components } from './components.ts'
import type { Link } from './links.ts'
import { linksOf } from './links.ts'
import { mergeOrder } from './order.ts'
import { mergePicture } from './picture.ts'
import { Change, State } from './state.ts'
import { streamOf, wordsOf } from './stream.ts'
import type { Token } from './tokens.ts'
import { isWeavable } from './tokens.ts'
import type { Author, Three } from './types.ts'
import { weave } from './weave.ts'

interface Authors {
  left: Author
  right: Author
}

/** The body from both sides' bodies, place by place. A place is a block, or several that words went between. */
export function mergeBodies(bodies: Three<readonly Block[]>, authors: Authors): Block[] {
  const states = { base: new State(bodies.base), left: new State(bodies.left), right: new State(bodies.right) }
  const changes = { left: new Change(states.base, states.left), right: new Change(states.base, states.right) }
  const links = { left: linksOf(changes.left), right: linksOf(changes.right) }
  const components = new Components([...links.left, ...links.right])
  const inside = { left: byPlace(links.left, components), right: byPlace(links.right, components) }
  const order = mergeOrder({
    base: bodies.base.map(blockId),
    left: bodies.left.map(blockId),
    right: bodies.right.map(blockId),
  })
  const known = new Set(order)
  const standing = new Map<BlockId, Block[]>()
  for (const [top, ids] of grouped(order, components)) {
    let last = ids[0]
    for (const block of mergePlace(
      ids,
      states,
      changes,
      { left: inside.left.get(top) ?? [], right: inside.right.get(top) ?? [] },
      authors,
    )) {
      // A block that neither side has (the second half of a list, say) stands behind the one that it was made with.
      if (known.has(blockId(block)) && !standing.has(blockId(block))) last = blockId(block)
      if (last !== undefined) standing.set(last, [...(standing.get(last) ?? []), block])
    }
  }
  return unique(order.flatMap((id) => standing.get(id) ?? []))
}

function byPlace(links: readonly Link[], components: Components): Map<BlockId, Link[]> {
  const places = new Map<BlockId, Link[]>()
  for (const link of links) {
    const place = places.get(components.of(link.from))
    if (place === undefined) places.set(components.of(link.from), [link])
    else place.push(link)
  }
  return places
}

function grouped(order: readonly BlockId[], components: Components): Map<BlockId, BlockId[]> {
  const groups = new Map<BlockId, BlockId[]>()
  for (const id of order) {
    const top = components.of(id)
    const group = groups.get(top)
    if (group === undefined) groups.set(top, [id])
    else group.push(id)
  }
  return groups
}

function mergePlace(
  ids: readonly BlockId[],
  states: Three<State>,
  changes: { left: Change; right: Change },
  links: { left: readonly Link[]; right: readonly Link[] },
  authors: Authors,
): readonly Block[] {
  const held = mapThree(states, (state) => inOrder(state, ids))
  const { base, left, right } = held
  // Their order in the article is merged apart: who only moved a block did not change the place.
  const sorted = mapThree(states, ({ byId }) => ids.flatMap((id) => byId.get(id) ?? []))
  if (isSame(sorted.left, sorted.right) || isSame(sorted.base, sorted.right)) return left
  if (isSame(sorted.base, sorted.left)) return right
  if ([...base, ...left, ...right].every(isWeavable)) {
    const here = mapThree(held, (blocks) => blocks.map(blockId))
    const { woven, tangled, doubtful } = weave(
      wordsOf(states.base, here.base),
      streamOf(changes.left, here.base, here.left, links.left),
      streamOf(changes.right, here.base, here.right, links.right),
    )
    const isOnce = ({ key }: Token) => [states.base, states.left, states.right].every((state) => state.count(key) <= 1)
    if (!tangled && !doubtful.some(isOnce))
      return assemble(
        woven,
        mapThree(states, ({ lists }) => lists),
        authors,
      )
  }
  return wholeVersions(held, authors)
}

/** What cannot be merged word by word: pictures field by field, everything else as versions of the whole place. */
function wholeVersions({ base, left, right }: Three<Block[]>, authors: Authors): Block[] {
  const pictures = onlyPictures({ base, left, right })
  const [ours, theirs] = pictures === null ? [left, right] : mergePicture(pictures).map((picture) => [picture])
  const versions = mergeAlternatives({
    base: alternativesOf(base, authors.left),
    left: alternativesOf(ours ?? left, authors.left),
    right: alternativesOf(theirs ?? right, authors.right),
  })
  const clash = [...base, ...left, ...right].find(isClash)
  const place = clash ?? base[0] ?? left[0] ?? right[0]
  return place === undefined ? [] : placeOf(blockId(place), versions)
}

function onlyPictures({ base, left, right }: Three<Block[]>): Three<PictureBlock> | null {
  const [before, ours, theirs] = [base[0], left[0], right[0]]
  if (before === undefined || ours === undefined || theirs === undefined) return null
  if (base.length + left.length + right.length > 3) return null
  return isPicture(before) && isPicture(ours) && isPicture(theirs) ? { base: before, left: ours, right: theirs } : null
}

const inOrder = ({ byId, places }: State, ids: readonly BlockId[]): Block[] =>
  ids.toSorted((a, b) => (places.get(a) ?? -1) - (places.get(b) ?? -1)).flatMap((id) => byId.get(id) ?? [])

const mapThree = <T, U>({ base, left, right }: Three<T>, map: (value: T) => U): Three<U> => ({
  base: map(base),
  left: map(left),
  right: map(right),
})

/** Blocks and items whose id another one has already get one that follows from it. */
function unique(blocks: readonly Block[]): Block[] {
  const taken = new Set<BlockId>()
  return blocks.map((block) => withFreeIds(block, taken))
}
