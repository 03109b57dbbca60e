import { isSame } from '../diffContents.ts'
import type { Three } from './types.ts'

/** One value, or the two that a person has to choose from: the left side's and the right side's. */
export type ValueMerge<T> = { value: T } | { versions: readonly [T, T] }

/** What one side changed, where the other did not. */
export function pickChanged<T>({ base, left, right }: Three<T>): ValueMerge<T> {
  if (isSame(left, right) || isSame(base, right)) return { value: left }
  return isSame(base, left) ? { value: right } : { versions: [left, right] }
}

/** Each property by its own rule. The two versions differ only where they have to. */
export function mergeRecord<T extends object>(
  { base, left, right }: Three<T>,
  rules: { readonly [K in keyof T]: (three: Three<T[K]>) => ValueMerge<T[K]> },
): ValueMerge<T> {
  const [ours, theirs] = [{ ...left }, { ...right }]
  let decided = true
  for (const key of Object.keys(rules) as (keyof T)[]) {
    const merged = rules[key]({ base: base[key], left: left[key], right: right[key] })
    decided &&= 'value' in merged
    ;[ours[key], theirs[key]] = 'value' in merged ? [merged.value, merged.value] : merged.versions
  }
  return decided ? { value: ours } : { versions: [ours, theirs] }
}
