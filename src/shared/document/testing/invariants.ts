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
    const places = now.get(word) ?? []
    const wanted = before.has(word) ? ours.has(word) && theirs.has(word) : true
    const open = places.filter(({ clash }) => clash === null)
    if (wanted) check(places.length > 0, `a word is lost: ${word}`)
    // Who keeps both versions of a clash has the words that they share twice, and so has whoever goes on from there. Then
    // there is no one place of theirs: what became of the one says nothing about the other.
    if ([before, ours, theirs].some((held) => isTwice(held.get(word) ?? []))) continue
    if (!wanted) check(open.length === 0, `a deleted word came back: ${word}`)
    check(!isTwice(places), `a word stands twice: ${word}`)
  }
  for (const [word, places] of now) {
    const isShown = places.some(({ version }) => version >= 0)
    check(!isShown || ours.has(word) || theirs.has(word), `a word out of nowhere: ${word}`)
  }
  return merged
}

function isEachNamedOnce({ blocks }: ArticleContent): boolean {
  const ids = blocks.flatMap(idsOf)
  return new Set(ids).size === ids.length
}

interface Place {
  /** Block of the clash that it stands in, or null. */
  clash: string | null
  version: number
}

/** Once in the text, or in one clash and there once in a version. */
const isTwice = (places: readonly Place[]): boolean =>
  new Set(places.map(({ clash }) => clash)).size > 1 ||
  places.length > new Set(places.map(({ version }) => version)).size ||
  (places.length > 1 && places[0]?.clash === null)

function placesOfWords({ fields, blocks }: ArticleContent): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  const note = (value: unknown, place: Place): void => {
    for (const word of typedWords(JSON.stringify(value))) places.set(word, [...(places.get(word) ?? []), place])
  }
  const open = new Set<ClashField | 'body'>(blocks.filter(isClash).map(({ of }) => of))
  for (const [field, value] of Object.entries(flatFields(fields))) {
    // Until somebody decides, a field keeps what it held before both versions: they stand beside it.
    note(value, open.has(field as ClashField) ? { clash: `clash-${field}`, version: -1 } : { clash: null, version: 0 })
  }
  for (const block of blocks) {
    if (isClash(block))
      for (const [version, held] of block.versions.entries()) note(held, { clash: block.$.id, version })
    else note(block, { clash: null, version: 0 })
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
    new Map([...content.blocks.flatMap(heldBy), ...content.blocks.map((block): Named => [block.$.id, block])])
  const [before, ours, theirs] = [blocks(base), blocks(left), blocks(right)]
  return [...new Set([...before.keys(), ...ours.keys()])].some((id) => {
    const [was, our, their] = [before.get(id), ours.get(id), theirs.get(id)]
    return was === undefined
      ? our !== undefined && their !== undefined && !isSame(our, their)
      : !isSame(was, our) && !isSame(was, their)
  })
}

type Named = [id: string, block: Block]

const heldBy = (block: Block): Named[] =>
  isClash(block) && block.of === 'body'
    ? block.versions.flatMap(({ blocks }) => blocks.map(({ $ }): Named => [$.id, block]))
    : []
