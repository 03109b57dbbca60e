import type { Instant } from '#shared/domain/time.ts'
import { toInstant } from '#shared/domain/time.ts'
import type { Translate } from '#shared/messages/format.ts'

export interface DateChoice {
  value: string
  label: string
  from: Instant
  /** Null for until now. */
  until: Instant | null
}

/** Years that are offered one by one. */
const years = 10

/** The last days, and years back from this one, by this computer's calendar. */
export function dateChoices(now: Date, t: Translate): DateChoice[] {
  const daysAgo = (days: number) => toInstant(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days))
  const startOf = (year: number) => toInstant(new Date(year, 0, 1))
  return [
    { value: 'week', label: t('search.week'), from: daysAgo(6), until: null },
    { value: 'month', label: t('search.month'), from: daysAgo(29), until: null },
    ...Array.from({ length: years }, (_, back) => now.getFullYear() - back).map((year) => ({
      value: String(year),
      label: t('search.year', { year: String(year) }),
      from: startOf(year),
      until: startOf(year + 1),
    })),
  ]
}
