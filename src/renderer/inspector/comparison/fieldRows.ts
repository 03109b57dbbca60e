import type { ComparedContents } from '#shared/document/compare/contents.ts'
import type { Piece } from '#shared/document/compare/words.ts'
import { compareStrings } from '#shared/document/compare/words.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { Parts } from '#shared/document/takeBack.ts'
import type { Attribution } from '#shared/domain/attribution.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import type { Translate } from '#shared/messages/format.ts'
import { attributionFacts } from '../attributionFacts.ts'

type Field = 'kind' | 'columnId' | keyof Attribution

/** A field that is different, and the lines in which people read it. */
export interface FieldRow {
  field: Field
  label: string
  /** Empty where only something is different that is kept and not shown, as the original of a reprint. */
  lines: { id: string; label: string; pieces: Piece[] }[]
  parts: Parts
}

const labels: Record<Field, MessageKey> = {
  kind: 'newsroom.kind',
  columnId: 'newsroom.column',
  sources: 'history.sources',
  byline: 'newsroom.byline',
  editor: 'newsroom.editor',
  responsibleEditor: 'newsroom.responsibleEditor',
  permission: 'history.permission',
  aiUse: 'newsroom.aiUse',
  changeReason: 'attribution.changeReason',
}

/** Lines of attributionFacts by the field that they read. */
const fieldOfFact: Record<string, Field> = {
  kind: 'kind',
  column: 'columnId',
  source: 'sources',
  url: 'sources',
  author: 'sources',
  title: 'sources',
  reporters: 'byline',
  correspondents: 'byline',
  photographers: 'byline',
  translators: 'byline',
  staff: 'byline',
  editor: 'editor',
  responsibleEditor: 'responsibleEditor',
  basis: 'permission',
  evidence: 'permission',
  changeReason: 'changeReason',
  aiUse: 'aiUse',
}

export interface Comparing {
  before: ArticleContent
  after: ArticleContent
  /** Null before the desk was reached: names of columns and sources are then not known. */
  newsroom: Newsroom | null
  t: Translate
}

export function fieldRows({ fields, attribution }: ComparedContents, comparing: Comparing): FieldRow[] {
  const lines = changedLines(comparing)
  const row = (field: Field, parts: Partial<Parts>): FieldRow => ({
    field,
    label: comparing.t(labels[field]),
    lines: lines.filter((line) => line.field === field),
    parts: { blocks: [], fields: [], attribution: [], ...parts },
  })
  return [
    ...fields.map((field) => row(field, { fields: [field] })),
    ...attribution.map((field) => row(field, { attribution: [field] })),
  ]
}

function changedLines({ before, after, newsroom, t }: Comparing) {
  if (newsroom === null) return []
  const old = new Map(attributionFacts(before, newsroom, t).map((fact) => [fact.id, fact]))
  const now = new Map(attributionFacts(after, newsroom, t).map((fact) => [fact.id, fact]))
  const ids = new Set([...old.keys(), ...now.keys()])
  return Array.from(ids).flatMap((id) => {
    const [left, right] = [old.get(id), now.get(id)]
    const field = fieldOfFact[id.replace(/-\d+$/, '')]
    if (field === undefined || left?.value === right?.value) return []
    const pieces = compareStrings(left?.value ?? '', right?.value ?? '')
    return [{ id, field, label: right?.label ?? left?.label ?? '', pieces }]
  })
}
