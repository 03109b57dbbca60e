import type { FieldClash } from '../blocks.ts'
import { isClash } from '../blocks.ts'
import { fieldClashId } from '../clash.ts'
import type { ArticleFieldValues, ClashField } from '../clashFields.ts'
import { clashFields, deepFields, flatFields } from '../clashFields.ts'
import type { ArticleContent } from '../content.ts'
import type { Alternative } from './alternatives.ts'
import { mergeAlternatives } from './alternatives.ts'
import { mergeValue } from './fieldRules.ts'
import type { Author, Side } from './types.ts'

/** The fields of an article after a merge, and a clash for each that is filled in differently. */
export function mergeFields(base: ArticleContent, left: Side, right: Side) {
  const before = stateOf(base, left)
  const [ours, theirs] = [stateOf(left.content, left), stateOf(right.content, right)]
  const merged: Partial<Record<ClashField, unknown>> = {}
  const clashes: FieldClash[] = []
  for (const field of Object.keys(clashFields) as ClashField[]) {
    const { value, versions } = mergeField(field, before(field), ours(field), theirs(field))
    merged[field] = value
    if (versions.length > 1) clashes.push(fieldClash(field, versions))
  }
  return { fields: deepFields(merged as ArticleFieldValues), clashes }
}

interface FieldState extends Author {
  value: unknown
  /** Of an open clash, otherwise null. */
  versions: Alternative<unknown>[] | null
}

function stateOf({ fields, blocks }: ArticleContent, { who, when }: Author): (field: ClashField) => FieldState {
  const values = flatFields(fields)
  const open = new Map(
    blocks.filter(isClash).flatMap((clash) => (clash.of === 'body' ? [] : [[clash.of, clash.versions] as const])),
  )
  return (field) => ({ who, when, value: values[field], versions: open.get(field) ?? null })
}

function mergeField(
  field: ClashField,
  base: FieldState,
  left: FieldState,
  right: FieldState,
): { value: unknown; versions: Alternative<unknown>[] } {
  const merged = mergeValue(field, { base: base.value, left: left.value, right: right.value })
  const value = 'value' in merged ? merged.value : base.value
  const isOpen = left.versions !== null || right.versions !== null
  if (!isOpen && 'value' in merged) return { value, versions: [] }
  const [ours, theirs] = 'value' in merged ? [left.value, right.value] : merged.versions
  const versions = mergeAlternatives({
    base: base.versions ?? [base],
    left: left.versions ?? [{ ...left, value: ours }],
    right: right.versions ?? [{ ...right, value: theirs }],
  })
  const [only] = versions
  return only !== undefined && versions.length === 1 ? { value: only.value, versions: [] } : { value, versions }
}

const fieldClash = (field: ClashField, versions: readonly Alternative<unknown>[]): FieldClash =>
  ({
    type: 'clash',
    version: 1,
    $: { id: fieldClashId(field) },
    of: field,
    versions: versions.map(({ who, when, value }) => ({ who, when, value })),
  }) as FieldClash
