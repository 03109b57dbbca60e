import type { ClashField } from '../clashFields.ts'
import { isSame } from '../diffContents.ts'
import type { Three } from './types.ts'

/** One value, or the two that a person has to choose from: the left side's and the right side's. */
export type ValueMerge<T> = { value: T } | { versions: readonly [T, T] }

export const mergeValue = (_field: ClashField, three: Three<unknown>): ValueMerge<unknown> => pickChanged(three)

/** What one side changed, where the other did not. */
export function pickChanged<T>({ base, left, right }: Three<T>): ValueMerge<T> {
  if (isSame(left, right) || isSame(base, right)) return { value: left }
  return isSame(base, left) ? { value: right } : { versions: [left, right] }
}
