import type { Attribution } from '../../domain/attribution.ts'
import type { ArticleFields } from '../../domain/fields.ts'
import type { Block } from '../blocks.ts'
import { blockId } from '../blocks.ts'
import type { ArticleContent } from '../content.ts'
import { isSame } from '../diffContents.ts'
import { blockText } from '../text.ts'
import { align } from './align.ts'
import type { Part, PartName } from './parts.ts'
import { partsOf, styleOf } from './parts.ts'
import type { Piece } from './words.ts'
import { compareLines, compareStrings } from './words.ts'

export type Change = 'same' | 'added' | 'removed' | 'changed'

export interface ComparedPart {
  name: PartName
  depth: number
  /** What stands before an item of a list, on either side. */
  marks: { before: string; after: string }
  change: Change
  pieces: Piece[]
}

/** One block of two texts. Of `change` it says what became of words and style; `moved` is told apart. */
export interface ComparedBlock {
  before: Block | null
  after: Block | null
  change: Change
  moved: boolean
  /** The style that it had and has, where that is different. */
  restyled: { before: string; after: string } | null
  /** Word by word. Compared when somebody asks: of two long texts only what is in view is. */
  readonly parts: readonly ComparedPart[]
}

export type TitleLine = 'slug' | 'kicker' | 'headline' | 'deck'
export type PlainField = Exclude<keyof ArticleFields, 'attribution' | TitleLine>

export interface ComparedContents {
  titles: { line: TitleLine; change: Change; pieces: Piece[] }[]
  fields: PlainField[]
  /** Fields of the attribution that are different. */
  attribution: (keyof Attribution)[]
  blocks: ComparedBlock[]
}

const titleLines = ['slug', 'kicker', 'headline', 'deck'] as const
const plainFields = ['kind', 'columnId'] as const

/** Two texts of one article beside each other: title lines, fields by name, and the body block by block and word by word. */
export function compareContents(before: ArticleContent, after: ArticleContent): ComparedContents {
  const [old, now] = [before.fields, after.fields]
  const attribution = Object.keys(now.attribution) as (keyof Attribution)[]
  return {
    titles: titleLines.map((line) => ({
      line,
      change: changeOf(old[line] === '' ? null : old[line], now[line] === '' ? null : now[line]),
      pieces: compareStrings(old[line], now[line]),
    })),
    fields: plainFields.filter((field) => !isSame(old[field], now[field])),
    attribution: attribution.filter((field) => !isSame(old.attribution[field], now.attribution[field])),
    blocks: align(before.blocks, after.blocks, blockId, likeness).map((pair) => compareBlocks(pair)),
  }
}

/** Different to whoever reads them. */
export const isChanged = ({ change, moved }: Pick<ComparedBlock, 'change' | 'moved'>): boolean =>
  change !== 'same' || moved

/** Blocks that were cut and pasted have new ids and their old words. An empty one is like no other. */
const likeness = (block: Block): string => {
  const text = blockText(block)
  return text === '' ? blockId(block) : `${styleOf(block)} ${text}`
}

function compareBlocks({ before, after, moved }: { before: Block | null; after: Block | null; moved: boolean }) {
  const change = changeOf(before, after)
  const [old, now] = [before === null ? null : styleOf(before), after === null ? null : styleOf(after)]
  const restyled = old !== null && now !== null && old !== now ? { before: old, after: now } : null
  const left = before === null ? [] : partsOf(before)
  const right = after === null ? [] : partsOf(after)
  const pairs = change === 'same' ? right.map((part) => ({ before: part, after: part })) : pairsOf(left, right)
  // Another id, or what the editor counts for itself: nothing that anybody would see.
  const silent = change === 'changed' && restyled === null && pairs.every(isSamePart)
  let parts: ComparedPart[] | null = null
  const compared: ComparedBlock = {
    before,
    after,
    moved,
    change: silent ? 'same' : change,
    restyled,
    get parts() {
      return (parts ??= pairs.map((pair) => comparePart(pair.before, pair.after)))
    },
  }
  return compared
}

interface PartPair {
  before: Part | null
  after: Part | null
}

/** A single line belongs to a single line: a paragraph that became an item has its words on both sides. */
function pairsOf(left: readonly Part[], right: readonly Part[]): PartPair[] {
  const alone = left.length === 1 && right.length === 1
  const key = (part: Part) => (alone ? '' : part.key)
  return align(left, right, key, ({ line }) => line.text)
}

const isSamePart = ({ before, after }: PartPair): boolean =>
  before?.line.text === after?.line.text && comparePart(before, after).change === 'same'

function comparePart(before: Part | null, after: Part | null): ComparedPart {
  const { name, depth } = after ?? before ?? { name: 'text', depth: 0 }
  const pieces = compareLines(before?.line ?? nothing, after?.line ?? nothing)
  const same = before?.depth === after?.depth && pieces.every(({ kind }) => kind === 'same')
  const marks = { before: before?.mark ?? '', after: after?.mark ?? '' }
  return { name, depth, marks, change: same ? 'same' : changeOf(before, after), pieces }
}

const nothing = { text: '', looks: [] }

function changeOf<T>(before: T | null, after: T | null): Change {
  if (isSame(before, after)) return 'same'
  if (before === null) return 'added'
  return after === null ? 'removed' : 'changed'
}
