import type { Byline, RightToPublish } from '../../domain/attribution.ts'
import { longestLine, nameLimits } from '../../domain/attribution.ts'
import type { ClashField, FieldValue } from '../clashFields.ts'
import { mergeOrder } from './order.ts'
import { mergeSources } from './sources.ts'
import { mergeText } from './text.ts'
import type { Three } from './types.ts'
import type { ValueMerge } from './values.ts'
import { mergeRecord, pickChanged } from './values.ts'

type Rule<T> = (three: Three<T>) => ValueMerge<T>

const text =
  (longest: number): Rule<string> =>
  (three) =>
    mergeText(three, longest)

/** How each field is merged: words by word, names and sources one by one, choices whole. */
export const fieldRules: { readonly [F in ClashField]: Rule<FieldValue<F>> } = {
  slug: text(120),
  kicker: text(300),
  headline: text(300),
  deck: text(300),
  columnId: pickChanged,
  kind: pickChanged,
  sources: mergeSources,
  byline: mergeByline,
  editor: text(longestLine),
  responsibleEditor: text(longestLine),
  permission: mergePermission,
  aiUse: pickChanged,
  changeReason: text(2000),
}

function mergeByline({ base, left, right }: Three<Byline>): ValueMerge<Byline> {
  if (base.kind !== 'people' || left.kind !== 'people' || right.kind !== 'people') {
    return pickChanged({ base, left, right })
  }
  const names: Rule<string[]> = mergeNames
  return mergeRecord(
    { base, left, right },
    { kind: pickChanged, reporters: names, correspondents: names, photographers: names, translators: names },
  )
}

function mergePermission({ base, left, right }: Three<RightToPublish | null>): ValueMerge<RightToPublish | null> {
  if (base === null || left === null || right === null) return pickChanged({ base, left, right })
  return mergeRecord({ base, left, right }, { basis: pickChanged, evidence: text(2000) })
}

/** Names that either side added, without those that either took out, in the order that either gave them. */
function mergeNames(three: Three<string[]>): ValueMerge<string[]> {
  const picked = pickChanged(three)
  const { base, left, right } = three
  const isSet = [base, left, right].every((names) => new Set(names).size === names.length)
  if ('value' in picked || !isSet) return picked
  const merged = mergeOrder(three).filter((name) =>
    base.includes(name) ? left.includes(name) && right.includes(name) : true,
  )
  return merged.length > nameLimits.most ? picked : { value: merged }
}
