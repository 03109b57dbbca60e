import type { HistoryEntry } from '#shared/contract/history.ts'

/** A line of the timeline: a day, or an entry of it. */
export type TimelineLine =
  | { kind: 'day'; key: string; entry: HistoryEntry }
  | { kind: 'entry'; key: string; entry: HistoryEntry; previous: HistoryEntry | null }

/**
 * Newest first, under the day that each entry says it is of. The order is that of the entries: where a clock was wrong,
 * a day stands there twice, and nothing changes places. `previous` is the last text before an entry's own.
 */
export function timelineLines(
  entries: readonly HistoryEntry[],
  dayOf: (entry: HistoryEntry) => string,
): TimelineLine[] {
  const lines: TimelineLine[] = []
  let day: string | null = null
  for (const [index, entry] of Array.from(entries.entries()).toReversed()) {
    const key = keyOf(entry, index)
    if (dayOf(entry) !== day) lines.push({ kind: 'day', key: `day ${key}`, entry })
    day = dayOf(entry)
    lines.push({ kind: 'entry', key, entry, previous: previousText(entries, index) })
  }
  return lines
}

const keyOf = (entry: HistoryEntry, index: number): string =>
  entry.kind === 'point' ? `point ${String(entry.seq)}` : `mark ${String(index)}`

function previousText(entries: readonly HistoryEntry[], index: number): HistoryEntry | null {
  const own = entries[index]
  return (
    entries
      .slice(0, index)
      .findLast(
        ({ kind, text, revisionId }) =>
          kind === 'point' && text !== null && (revisionId === null || revisionId !== own?.revisionId),
      ) ?? null
  )
}
