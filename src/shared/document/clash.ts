import { BlockId } from '../domain/ids.ts'
import { GalleyError } from '../rpc/errors.ts'
import { blockId, isClash } from './blocks.ts'
import type { BodyClash, ClashBlock, FieldClash, PlainBlock } from './blocks.ts'
import type { ClashField, FieldValue } from './clashFields.ts'
import { isAttributionField } from './clashFields.ts'
import type { ArticleContent } from './content.ts'
import { isSame } from './diffContents.ts'
import type { JournalOp } from './journal.ts'
import { idsOf, withFreeIds } from './ownIds.ts'

/** Places of which there are still two versions, in reading order. With one of them an article goes nowhere. */
export const openClashes = ({ blocks }: Pick<ArticleContent, 'blocks'>): ClashBlock[] => blocks.filter(isClash)

/** An article that nobody has decided about goes no further. Throws `open_clashes` with their count. */
export function refuseOpenClashes(content: Pick<ArticleContent, 'blocks'>): void {
  const count = openClashes(content).length
  if (count > 0) throw new GalleyError('open_clashes', { count })
}

/** The block in which the clash of a field stands, at the top of the body. */
export const fieldClashId = (field: ClashField): BlockId => BlockId.parse(`clash-${field}`)

/** What a person decided: one of the versions, all of them one after the other, or something else. */
export type Choice = { pick: number } | { keep: 'all' } | { write: readonly PlainBlock[] }

/**
 * The steps that put `choice` in the place of the clash. Versions are numbered from 0; a number that names none decides
 * nothing, and there are no steps.
 */
export function solveClash({ blocks }: ArticleContent, clash: BodyClash, choice: Choice): JournalOp[] {
  const at = blocks.findIndex((block) => blockId(block) === clash.$.id)
  const chosen = chosenBlocks(clash, choice)
  if (at < 0 || chosen === null) return []
  const before = blocks[at - 1]
  const taken = new Set(blocks.filter((block) => blockId(block) !== clash.$.id).flatMap(idsOf))
  const ops: JournalOp[] = []
  let after = before === undefined ? null : blockId(before)
  for (const block of chosen) {
    const own = withFreeIds(block, taken)
    ops.push({ op: 'put', after, block: own })
    after = blockId(own)
  }
  const isReplaced = ops.some((op) => op.op === 'put' && blockId(op.block) === clash.$.id)
  return isReplaced ? ops : [{ op: 'remove', id: clash.$.id }, ...ops]
}

/** The steps that give the field `value` and end its clash. */
export const solveFieldClash = <F extends ClashField>(
  clash: Extract<FieldClash, { of: F }>,
  value: FieldValue<F>,
): JournalOp[] => [
  isAttributionField(clash.of)
    ? { op: 'attribution', attribution: { [clash.of]: value } }
    : { op: 'fields', fields: { [clash.of]: value } },
  { op: 'remove', id: clash.$.id },
]

function chosenBlocks({ versions }: BodyClash, choice: Choice): readonly PlainBlock[] | null {
  if ('write' in choice) return choice.write
  if ('pick' in choice) return versions[choice.pick]?.blocks ?? null
  const all: PlainBlock[] = []
  for (const block of versions.flatMap(({ blocks }) => blocks)) {
    if (!all.some((kept) => isSame(kept, block))) all.push(block)
  }
  return all
}
