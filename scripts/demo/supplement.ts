import { findColumn } from '#shared/document/markdown/columns.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { AiUse, Attribution } from '#shared/domain/attribution.ts'
import { noPeople } from '#shared/domain/attribution.ts'
import type { ArticleFields } from '#shared/domain/fields.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'

/** What the command line adds to files that leave it open, as plain text does. Empty where it says nothing. */
export interface Supplement {
  editor: string
  responsibleEditor: string
  /** `staff`, or reporters' names. */
  byline: string
  /** A path of columns' names. */
  column: string
  aiUse: AiUse | null
}

/** What a writer would fill in by hand: only what the article does not say itself. */
export function supplementOps(fields: ArticleFields, supplement: Supplement, newsroom: Newsroom): JournalOp[] {
  const { attribution } = fields
  const column = supplement.column === '' ? null : findColumn(newsroom.columns, supplement.column)
  const added: Partial<Attribution> = {
    ...(attribution.editor === '' && supplement.editor !== '' ? { editor: supplement.editor } : {}),
    ...(attribution.responsibleEditor === '' && responsible(supplement) !== ''
      ? { responsibleEditor: responsible(supplement) }
      : {}),
    ...(isEmptyByline(attribution) && supplement.byline !== '' ? { byline: bylineOf(supplement.byline) } : {}),
    ...(attribution.aiUse === null && supplement.aiUse !== null ? { aiUse: supplement.aiUse } : {}),
  }
  return [
    ...(fields.columnId === null && column !== null
      ? [{ op: 'fields', fields: { columnId: column.id } } satisfies JournalOp]
      : []),
    ...(Object.keys(added).length === 0 ? [] : [{ op: 'attribution', attribution: added } satisfies JournalOp]),
  ]
}

/** In a small newsroom the editor answers for the article too. */
const responsible = ({ editor, responsibleEditor }: Supplement): string =>
  responsibleEditor === '' ? editor : responsibleEditor

const isEmptyByline = ({ byline }: Attribution): boolean =>
  byline.kind === 'people' && Object.values(byline).every((names) => names === 'people' || names.length === 0)

const bylineOf = (written: string): Attribution['byline'] =>
  written === 'staff'
    ? { kind: 'staff' }
    : {
        ...noPeople,
        reporters: written
          .split(/[,，、]/)
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      }
