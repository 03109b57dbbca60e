import type { ComparedBlock, ComparedContents, TitleLine } from '#shared/document/compare/contents.ts'
import { compareContents, isChanged } from '#shared/document/compare/contents.ts'
import type { Piece } from '#shared/document/compare/words.ts'
import type { Parts } from '#shared/document/takeBack.ts'
import type { Comparing, FieldRow } from './fieldRows.ts'
import { fieldRows } from './fieldRows.ts'

/** One line of a comparison. `parts` is what bringing it back brings back. */
export type ComparedRow =
  | { kind: 'title'; key: string; changed: boolean; line: TitleLine; pieces: Piece[]; parts: Parts }
  | { kind: 'field'; key: string; changed: true; row: FieldRow; parts: Parts }
  | { kind: 'block'; key: string; changed: boolean; block: ComparedBlock; parts: Parts }
  /** So many paragraphs that are the same. */
  | { kind: 'gap'; key: string; changed: false; count: number }

const nothing: Parts = { blocks: [], fields: [], attribution: [] }

/** Everything that either text says, in reading order. */
export function comparedRows(comparing: Comparing): ComparedRow[] {
  const compared = compareContents(comparing.before, comparing.after)
  return [...titleRows(compared), ...otherFields(compared, comparing), ...compared.blocks.map(blockRow)]
}

const titleRows = ({ titles }: ComparedContents): ComparedRow[] =>
  titles
    .filter(({ pieces, change, line }) => pieces.length > 0 && (line !== 'slug' || change !== 'same'))
    .map(({ line, change, pieces }) => ({
      kind: 'title',
      key: line,
      changed: change !== 'same',
      line,
      pieces,
      parts: { ...nothing, fields: [line] },
    }))

const otherFields = (compared: ComparedContents, comparing: Comparing): ComparedRow[] =>
  fieldRows(compared, comparing).map((row) => ({
    kind: 'field',
    key: `field ${row.field}`,
    changed: true,
    row,
    parts: row.parts,
  }))

function blockRow(block: ComparedBlock): ComparedRow {
  const ids = [block.before?.$.id, block.after?.$.id].flatMap((id) => id ?? [])
  const key = `block ${ids.join(' ')}`
  return { kind: 'block', key, changed: isChanged(block), block, parts: { ...nothing, blocks: ids } }
}

/** The changes and their neighbours; what lies between is counted. */
export function onlyChanges(rows: readonly ComparedRow[]): ComparedRow[] {
  const shown = (index: number) => [rows[index - 1], rows[index], rows[index + 1]].some((row) => row?.changed === true)
  const list: ComparedRow[] = []
  let hidden = 0
  const close = (at: number) => {
    if (hidden > 0) list.push({ kind: 'gap', key: `gap ${String(at)}`, changed: false, count: hidden })
    hidden = 0
  }
  for (const [index, row] of rows.entries()) {
    if (!shown(index)) {
      hidden += 1
      continue
    }
    close(index)
    list.push(row)
  }
  close(rows.length)
  return list
}
