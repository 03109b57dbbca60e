import type { BlockId } from '../../domain/ids.ts'
import type { ListBlock } from '../blocks.ts'
import { isClash } from '../blocks.ts'
import { stemOf } from '../ownIds.ts'
import { blockText, isList } from '../text.ts'
import { isWord, weightOf } from './align.ts'
import { isMostly } from './likeness.ts'
import { segment } from './segment.ts'
import type { Change, State } from './state.ts'

/** Words went from a block of the base into another block of the side: a split, a join, a new type, cut and paste. */
export interface Link {
  from: BlockId
  to: BlockId
}

/** So many new blocks beside a changed one are looked at for its words. Further away only longer passages count. */
const nearby = 6
/** Of two passages of which not even one word in so many is in both, those words are in both by chance. */
const chance = 4

/** Every pair of blocks between which words went, once. */
export function linksOf(change: Change): Link[] {
  const lost = [...change.gone].map((id) => ({ id, words: wordsAt(change.base, id, change.left(id)) }))
  const found = [...change.came].map((id) => ({ id, words: wordsAt(change.side, id, change.arrived(id)) }))
  const links = [
    ...nested(change),
    ...decided(change),
    ...byItem(change),
    ...byPassage(lost, found),
    ...byWord(change, lost, found),
    ...byPlace(change, lost, new Map(found.map(({ id, words }) => [id, words]))),
  ]
  const pairs = new Map(links.map((link) => [`${link.from} ${link.to}`, link]))
  return [...pairs.values()].filter(({ from, to }) => from !== to)
}

interface Words {
  id: BlockId
  /** Runs of tokens that follow each other, as their keys. */
  words: string[][]
}

function wordsAt(state: State, id: BlockId, places: readonly number[]): string[][] {
  const tokens = state.tokens(id)
  const runs: string[][] = []
  let last = -2
  for (const place of places) {
    const token = tokens[place]
    if (token === undefined || token.kind === 'head') continue
    if (place !== last + 1) runs.push([])
    runs.at(-1)?.push(token.key)
    last = place
  }
  return runs
}

/**
 * Blocks that an open clash holds belong to its place, whatever else became of them. One that stood beside the clash as
 * well (the other items of a list, say) is a place of its own.
 */
function nested({ base, side }: Change): Link[] {
  const apart = new Set(
    [base, side].flatMap((state) => held(state).filter(({ from }) => state.byId.has(from))).map(({ from }) => from),
  )
  return held(side).filter(({ from }) => !apart.has(from))
}

/** What the versions held is of the place of the clash after a decision too, under ids that follow from theirs. */
function decided({ base, came }: Change): Link[] {
  const places = new Map<string, BlockId>(held(base).map(({ from, to }) => [from, to]))
  return [...came].flatMap((to) => {
    const from = base.byId.has(to) ? undefined : (places.get(to) ?? places.get(stemOf(to)))
    return from === undefined ? [] : [{ from, to }]
  })
}

const held = ({ blocks }: State): Link[] =>
  blocks.flatMap((block) =>
    isClash(block) && block.of === 'body'
      ? block.versions.flatMap(({ blocks }) => blocks.map(({ $ }) => ({ from: $.id, to: block.$.id })))
      : [],
  )

/** An item of a list is known by its id, also in a list that is merged whole, whose words nobody looks at. */
function byItem({ base, side, gone, came }: Change): Link[] {
  const lists = ({ byId }: State, ids: ReadonlySet<BlockId>) =>
    [...ids].flatMap((id) => byId.get(id) ?? []).filter(isList)
  const sources = new Map(lists(base, gone).flatMap((list) => itemsOf(list).map((item) => [item, list.$.id] as const)))
  return lists(side, came).flatMap((list) =>
    itemsOf(list).flatMap((item) => {
      const from = sources.get(item)
      return from === undefined ? [] : [{ from, to: list.$.id }]
    }),
  )
}

const itemsOf = ({ children }: ListBlock): BlockId[] =>
  children.flatMap((item) => [item.$.id, ...item.children.filter(isList).flatMap(itemsOf)])

/** A passage of some length that was in one place only, and is in one place only now. */
function byPassage(lost: readonly Words[], found: readonly Words[]): Link[] {
  const sources = passages(lost)
  const links: Link[] = []
  for (const [passage, to] of passages(found)) {
    const from = sources.get(passage)
    if (from !== undefined && from !== null && to !== null) links.push({ from, to })
  }
  return links
}

/** Each passage with the block that holds it, or null when several do. */
function passages(all: readonly Words[]): Map<string, BlockId | null> {
  const holders = new Map<string, BlockId | null>()
  for (const { id, words } of all) {
    for (const run of words) {
      for (let start = 0; start < run.length; start += 1) {
        const passage = passageAt(run, start)
        if (passage === null) break
        const holder = holders.get(passage)
        holders.set(passage, holder === undefined || holder === id ? id : null)
      }
    }
  }
  return holders
}

/** From `start` on until it is long enough to be told apart. */
function passageAt(run: readonly string[], start: number): string | null {
  let passage = ''
  let weight = 0
  for (let index = start; index < run.length; index += 1) {
    const word = run[index] ?? ''
    passage += word
    weight += weightOf(word)
    if (weight >= 8) return passage
  }
  return null
}

/**
 * Words that stand once in all of the text, before and after, and in another place now. Of two passages that were
 * written anew some word is in both by chance, so they are a part of the one that was taken out or the one put in.
 */
function byWord({ base, side, gone, came }: Change, lost: readonly Words[], found: readonly Words[]): Link[] {
  const sources = placesOf(lost)
  const targets = placesOf(found)
  const candidates = new Set([...sources.keys()].filter((word) => targets.has(word)))
  if (candidates.size === 0) return []
  for (const block of base.blocks) {
    if (gone.has(block.$.id)) continue
    for (const word of segment(blockText(block))) candidates.delete(word)
  }
  const counts = (state: State, ids: Iterable<BlockId>): Map<string, number> => {
    const counted = new Map<string, number>()
    for (const id of ids) {
      // What stands in several versions of one clash stands in one place all the same.
      const words = state.tokens(id).map(({ key }) => key)
      const isOpen = state.byId.get(id)?.type === 'clash'
      for (const word of isOpen ? new Set(words) : words) counted.set(word, (counted.get(word) ?? 0) + 1)
    }
    return counted
  }
  const [before, after] = [counts(base, gone), counts(side, came)]
  const moves = [...candidates].flatMap((word) => {
    const [from, to] = [sources.get(word), targets.get(word)]
    const isOne = before.get(word) === 1 && after.get(word) === 1
    return isOne && from !== undefined && to !== undefined ? [{ from, to }] : []
  })
  return [...Map.groupBy(moves, ({ from }) => from.run).values()].flatMap((lost) =>
    [...Map.groupBy(lost, ({ to }) => to.run).values()].flatMap((shared) => {
      const [first] = shared
      if (first === undefined) return []
      const { from, to } = first
      const isChance = chance * shared.length < Math.min(countWords(from.run), countWords(to.run))
      return isChance ? [] : [{ from: from.id, to: to.id }]
    }),
  )
}

/** Where a word stands: its block, and the run of words that came or went with it. */
interface Place {
  id: BlockId
  run: readonly string[]
}

const placesOf = (all: readonly Words[]): Map<string, Place> =>
  new Map(
    all.flatMap(({ id, words }) =>
      words.flatMap((run) => run.filter(isWord).map((word): [string, Place] => [word, { id, run }])),
    ),
  )

const countWords = (run: readonly string[]): number => run.filter(isWord).length

/** What left a block and stands right beside it, however short. */
function byPlace({ base, side }: Change, lost: readonly Words[], found: ReadonlyMap<BlockId, string[][]>): Link[] {
  const standing = nearestStanding(base, side)
  const arrivals = new Map([...found].map(([id, words]) => [id, words.flat()]))
  return lost.flatMap(({ id, words }) => {
    const departed = words.flat()
    const place = side.places.get(id) ?? standing.get(id) ?? -1
    const isHere = side.byId.has(id)
    return neighbours(base, side, place, isHere).flatMap((to) => {
      const arrived = arrivals.get(to)
      return arrived !== undefined && isMostly(departed, arrived) ? [{ from: id, to }] : []
    })
  })
}

/** For a block that is gone: the place in the side of the nearest block before it that is not. */
function nearestStanding(base: State, side: State): Map<BlockId, number> {
  const standing = new Map<BlockId, number>()
  let last = -1
  for (const { $ } of base.blocks) {
    const place = side.places.get($.id)
    if (place === undefined) standing.set($.id, last)
    else last = place
  }
  return standing
}

/** New blocks around a place, up to and with the first old one on either side. */
function neighbours(base: State, side: State, place: number, isHere: boolean): BlockId[] {
  const around: BlockId[] = []
  for (const step of [1, -1]) {
    for (let n = step === 1 || isHere ? 1 : 0; n <= nearby; n += 1) {
      const block = side.blocks[place + n * step]
      if (block === undefined) break
      around.push(block.$.id)
      if (base.byId.has(block.$.id)) break
    }
  }
  return around
}
