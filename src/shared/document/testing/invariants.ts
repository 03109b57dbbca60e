import { isClash } from '../blocks.ts'
import type { Block } from '../blocks.ts'
import type { ClashField } from '../clashFields.ts'
import { flatFields } from '../clashFields.ts'
import { ArticleContent } from '../content.ts'
import { isSame } from '../diffContents.ts'
import { mergeContents } from '../merge/mergeContents.ts'
import { idsOf } from '../ownIds.ts'
import { typedWords } from './writer.ts'

const when = '2026-03-05T01:30:00.000Z'
export const side = (content: ArticleContent) => ({ content, who: null, when })

/** Merges, and throws a sentence about the first promise of docs/merging.md that the result breaks. */
export function mergeChecked(base: ArticleContent, left: ArticleContent, right: ArticleContent): ArticleContent {
  const { content: merged, clashes } = mergeContents(base, side(left), side(right))
  const check = (holds: boolean, promise: string): void => {
    if (!holds) throw new Error(`broken promise: ${promise}`)
  }
  check(isSame(merged, mergeContents(base, side(right), side(left)).content), 'the same from either side')
  check(isSame(mergeContents(base, side(left), side(base)).content, left), 'an ancestor changes nothing')
  check(isSame(mergeContents(base, side(merged), side(merged)).content, merged), 'merging twice changes nothing')
  check(isSame(ArticleContent.parse(merged), merged), 'a merged text is a valid one')
  if ([left, right].every(isEachNamedOnce)) check(isEachNamedOnce(merged), 'every block and item has an id of its own')
  if (!concurrent(base, left, right)) check(clashes.length === 0, 'no clash without concurrent edits of one place')

  const [before, ours, theirs, now] = [base, left, right, merged].map(placesOfWords)
  if (before === undefined || ours === undefined || theirs === undefined || now === undefined) return merged
  for (const word of new Set([...before.keys(), ...ours.keys(), ...theirs.keys()])) {
    const at = (places: Map<string, Place[]>): Place[] => places.get(word) ?? []
    const [was, are, sides] = [at(before), at(now), [at(ours), at(theirs)]]
    const isIn = (places: readonly Place[]): boolean => places.length > 0
    const open = are.filter(({ version }) => version === null)
    check(copies(are) >= fewest(was, sides), `a word is lost: ${word}`)
    const { kept, added } = most(was, sides)
    check(copies(are) <= copies(was) + added, `a word stands more often than anybody wrote it: ${word}`)
    check(open.length <= kept + added, `a deleted word came back: ${word}`)
    // Who keeps both versions of a clash has the words that they share twice, and so has whoever goes on from there. Then
    // what became of one copy says nothing about another, and no more than the counts above can be known.
    if ([was, ...sides].some(isTwice)) continue
    if (isIn(was) && !sides.every(isIn)) check(open.length === 0, `a deleted word came back: ${word}`)
    check(!isTwice(are), `a word stands twice: ${word}`)
  }
  for (const [word, places] of now) {
    const isShown = places.some(({ version }) => version !== -1)
    check(!isShown || ours.has(word) || theirs.has(word), `a word out of nowhere: ${word}`)
  }
  return merged
}

function isEachNamedOnce({ blocks }: ArticleContent): boolean {
  const ids = blocks.flatMap(idsOf)
  return new Set(ids).size === ids.length
}

interface Place {
  /** The block, the clash or the field that it stands in. */
  holder: string
  /** Of a clash: -1 for the value that its field keeps. Null in the text. */
  version: number | null
}

/** More often than once in the text, or than in one clash and there once in a version. */
const isTwice = (places: readonly Place[]): boolean =>
  new Set(places.map(({ holder }) => holder)).size > 1 ||
  places.length > new Set(places.map(({ version }) => version)).size

/** How often a word stands in each block, clash or field. Versions of one clash say the same place in their own way. */
const held = (places: readonly Place[]): Map<string, number> =>
  new Map(
    [...Map.groupBy(places, ({ holder }) => holder)].map(([holder, inside]) => {
      const versions = Map.groupBy(inside, ({ version }) => version).values()
      return [holder, Math.max(...Array.from(versions, ({ length }) => length))]
    }),
  )

const copies = (places: readonly Place[]): number => sum(held(places).values())

/**
 * So many copies of a word have to be left. Each side may have taken out another one, as nothing tells copies apart:
 * where one is left on either side, none may be left of the two.
 */
function fewest(was: readonly Place[], sides: readonly (readonly Place[])[]): number {
  const changes = sides.map((side) => copies(side) - copies(was))
  const gone = changes.map((change) => Math.max(0, -change))
  return copies(was) + Math.max(0, ...changes) - sum(gone)
}

/** So many copies can have stayed in the text where they were, and so many stand anew in either side. */
function most(was: readonly Place[], sides: readonly (readonly Place[])[]): { kept: number; added: number } {
  const [before, ...after] = [was, ...sides].map(held)
  const stayed = [...(before ?? [])].map(([holder, count]) =>
    Math.min(count, ...after.map((side) => side.get(holder) ?? 0)),
  )
  const added = after.flatMap((side) =>
    [...side].map(([holder, count]) => Math.max(0, count - (before?.get(holder) ?? 0))),
  )
  return { kept: sum(stayed), added: sum(added) }
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0)

function placesOfWords({ fields, blocks }: ArticleContent): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  const note = (value: unknown, place: Place): void => {
    for (const word of typedWords(JSON.stringify(value))) places.set(word, [...(places.get(word) ?? []), place])
  }
  const open = new Set<ClashField | 'body'>(blocks.filter(isClash).map(({ of }) => of))
  for (const [field, value] of Object.entries(flatFields(fields))) {
    // Until somebody decides, a field keeps what it held before both versions: they stand beside it.
    note(value, { holder: `clash-${field}`, version: open.has(field as ClashField) ? -1 : null })
  }
  for (const block of blocks) {
    const holder = block.$.id
    if (isClash(block)) for (const [version, value] of block.versions.entries()) note(value, { holder, version })
    else note(block, { holder, version: null })
  }
  return places
}

/**
 * Whether both sides changed the same block or the same field, or brought a block that differs under one name. A block
 * that a clash holds is as the clash is: undo may bring one name back on both sides, here as a block and there in a clash.
 */
function concurrent(base: ArticleContent, left: ArticleContent, right: ArticleContent): boolean {
  const fields = Object.keys(flatFields(base.fields)) as ClashField[]
  const open = ({ blocks }: ArticleContent, field: ClashField) => blocks.filter(isClash).find(({ of }) => of === field)
  const differs = (content: ArticleContent, field: ClashField): boolean =>
    !isSame(flatFields(base.fields)[field], flatFields(content.fields)[field]) ||
    !isSame(open(base, field), open(content, field))
  if (fields.some((field) => differs(left, field) && differs(right, field))) return true
  const blocks = (content: ArticleContent) =>
    new Map([...content.blocks.flatMap(inClash), ...content.blocks.map((block): Named => [block.$.id, block])])
  const [before, ours, theirs] = [blocks(base), blocks(left), blocks(right)]
  return [...new Set([...before.keys(), ...ours.keys()])].some((id) => {
    const [was, our, their] = [before.get(id), ours.get(id), theirs.get(id)]
    return was === undefined
      ? our !== undefined && their !== undefined && !isSame(our, their)
      : !isSame(was, our) && !isSame(was, their)
  })
}

type Named = [id: string, block: Block]

const inClash = (block: Block): Named[] =>
  isClash(block) && block.of === 'body'
    ? block.versions.flatMap(({ blocks }) => blocks.map(({ $ }): Named => [$.id, block]))
    : []
