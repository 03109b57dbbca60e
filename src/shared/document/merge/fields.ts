import type { FieldClash } from '../blocks.ts'
import { isClash } from '../blocks.ts'
import { fieldClashId } from '../clash.ts'
import type { ArticleFieldValues, ClashField } from '../clashFields.ts'
import { clashFields, deepFields, flatFields } from '../clashFields.ts'
import type { ArticleContent } from '../content.ts'
import { isSame } from '../diffContents.ts'
import type { Alternative } from './alternatives.ts'
import { holderOf, mergeAlternatives } from './alternatives.ts'
import { fieldRules } from './fieldRules.ts'
import type { Author, Side, Three } from './types.ts'
import type { ValueMerge } from './values.ts'

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
  // The rule of a field takes what the field holds: states of one field go in, and its schema has checked them.
  const rule = fieldRules[field] as (three: Three<unknown>) => ValueMerge<unknown>
  const merged = rule({ base: base.value, left: left.value, right: right.value })
  const isOpen = [base, left, right].some(({ versions }) => versions !== null)
  if (!isOpen && 'value' in merged) return { value: merged.value, versions: [] }
  const [ours, theirs] = 'value' in merged ? [left.value, right.value] : merged.versions
  const bothOpen = left.versions !== null && right.versions !== null
  const held = (side: FieldState, own: unknown): Alternative<unknown>[] => side.versions ?? [{ ...side, value: own }]
  // Typed into the field itself beside the open clash, and not to be had together with what the other side did.
  const typed = (side: FieldState, other: FieldState): Alternative<unknown>[] => {
    const otherActed = bothOpen ? 'versions' in merged : base.versions !== null || !isSame(base.value, other.value)
    return side.versions !== null && otherActed && !isSame(base.value, side.value) ? [side] : []
  }
  const versions = mergeAlternatives(
    { base: base.versions ?? [base], left: held(left, ours), right: held(right, theirs) },
    [...typed(left, right), ...typed(right, left)],
  )
  const [only] = versions
  if (only !== undefined && versions.length === 1) return { value: only.value, versions: [] }
  return { value: whileOpen(base, left, right, merged), versions }
}

/** What the field itself shows until somebody decides: what it showed before, unless one side alone typed into it since. */
function whileOpen(base: FieldState, left: FieldState, right: FieldState, merged: ValueMerge<unknown>): unknown {
  if (left.versions === null) return right.versions === null ? base.value : right.value
  if (right.versions === null) return left.value
  return 'value' in merged ? merged.value : base.value
}

const fieldClash = (field: ClashField, versions: readonly Alternative<unknown>[]): FieldClash =>
  ({
    type: 'clash',
    version: 1,
    $: { id: fieldClashId(field) },
    of: field,
    versions: versions.map((version) => ({ ...holderOf(version), value: version.value })),
  }) as FieldClash
