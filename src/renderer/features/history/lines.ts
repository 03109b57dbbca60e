import type { HistoryEntry } from '#shared/contract/history.ts'

/** A line of the timeline. `key` is the entry's own, also when others come or go around it. */
export interface TimelineLine {
  key: string
  entry: HistoryEntry
  /** It is the first under its day. */
  startsDay: boolean
  /** The last text before the entry's own. */
  previous: HistoryEntry | null
}

/**
 * Newest first, under the day that each entry says it is of. The order is that of the entries: where a clock was wrong,
 * a day stands there twice, and nothing changes places.
 */
export function timelineLines(
  entries: readonly HistoryEntry[],
  dayOf: (entry: HistoryEntry) => string,
): TimelineLine[] {
  let day: string | null = null
  return Array.from(entries.entries())
    .toReversed()
    .map(([index, entry]) => {
      const startsDay = dayOf(entry) !== day
      day = dayOf(entry)
      return { key: keyOf(entry), entry, startsDay, previous: previousText(entries, index) }
    })
}

/** A verdict that arrives late takes its place among what is there already: a mark is known by what it says. */
function keyOf(entry: HistoryEntry): string {
  if (entry.kind === 'point') return `point ${String(entry.seq)}`
  const { reason, revisionId, stageId, personId, at } = entry
  return ['mark', reason, revisionId, stageId, personId, at].join(' ')
}

function previousText(entries: readonly HistoryEntry[], index: number): HistoryEntry | null {
  const own = entries[index]
  // A walk, because a long history asks this of each of its entries: copies of what stands before would be its square.
  for (let at = index - 1; at >= 0; at -= 1) {
    const entry = entries[at]
    if (entry?.kind !== 'point') continue
    if (entry.revisionId === null || entry.revisionId !== own?.revisionId) return entry
  }
  return null
}
