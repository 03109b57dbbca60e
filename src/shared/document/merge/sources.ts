import type { SourceUse } from '../../domain/attribution.ts'
import { isSame } from '../diffContents.ts'
import { mergeOrder } from './order.ts'
import type { Three } from './types.ts'
import type { ValueMerge } from './values.ts'
import { mergeRecord, pickChanged } from './values.ts'

/** As many as an article may have. */
const most = 20

/**
 * The sources of an article, one by one: what either side added stays, what either took out goes, and of one that both
 * changed each field for itself. Where that cannot be decided, two versions of the list differ in those sources only.
 */
export function mergeSources(three: Three<SourceUse[]>): ValueMerge<SourceUse[]> {
  const picked = pickChanged(three)
  if ('value' in picked) return picked
  const base = new Map(three.base.map((source, index) => [`base ${String(index)}`, source]))
  const [left, right] = [named(base, three.left), named(base, three.right)]
  const order = mergeOrder({ base: [...base.keys()], left: [...left.keys()], right: [...right.keys()] })
  const ours: SourceUse[] = []
  const theirs: SourceUse[] = []
  let decided = true
  for (const key of order) {
    const merged = mergeSource(base.get(key), left.get(key), right.get(key))
    decided &&= 'value' in merged
    const [mine, other] = 'value' in merged ? [merged.value, merged.value] : merged.versions
    if (mine !== undefined) ours.push(mine)
    if (other !== undefined) theirs.push(other)
  }
  if (Math.max(ours.length, theirs.length) > most) return picked
  return decided ? { value: ours } : { versions: [ours, theirs] }
}

/** A side's sources by the one of the base that each of them was, or by their own words. */
function named(base: ReadonlyMap<string, SourceUse>, sources: readonly SourceUse[]): Map<string, SourceUse> {
  const free = new Map(base)
  const keys = new Map<SourceUse, string>()
  for (const isIt of [isSame, isSameSource]) {
    for (const source of sources) {
      if (keys.has(source)) continue
      const key = [...free].find(([, before]) => isIt(before, source))?.[0]
      if (key === undefined) continue
      keys.set(source, key)
      free.delete(key)
    }
  }
  const result = new Map<string, SourceUse>()
  for (const source of sources) {
    let key = keys.get(source) ?? `new ${JSON.stringify(source)}`
    while (result.has(key)) key += '+'
    result.set(key, source)
  }
  return result
}

/** The same organisation, address or title: it was filled in further, or corrected. */
const isSameSource = (a: SourceUse, b: SourceUse): boolean =>
  (['name', 'url', 'originalTitle'] as const).some((field) => a[field] !== '' && a[field] === b[field]) ||
  (a.name === '' && a.url === '' && a.originalTitle === '')

function mergeSource(
  base: SourceUse | undefined,
  left: SourceUse | undefined,
  right: SourceUse | undefined,
): ValueMerge<SourceUse | undefined> {
  if (base === undefined || left === undefined || right === undefined) {
    return base === undefined ? { value: left ?? right } : pickPresence(base, left, right)
  }
  return mergeRecord(
    { base, left, right },
    {
      sourceId: pickChanged,
      name: pickChanged,
      url: pickChanged,
      originalTitle: pickChanged,
      originalText: pickChanged,
      originalAuthor: pickChanged,
      registryEdition: pickChanged,
    },
  )
}

/** One side at least took it out: that holds unless the other side changed it. */
function pickPresence(
  base: SourceUse,
  left: SourceUse | undefined,
  right: SourceUse | undefined,
): ValueMerge<SourceUse | undefined> {
  const remaining = left ?? right
  return remaining === undefined || isSame(base, remaining) ? { value: undefined } : { versions: [left, right] }
}
