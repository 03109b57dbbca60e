import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent } from 'react'
import { useId, useMemo, useRef, useState } from 'react'

import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { usePeopleNames } from '#renderer/inspector/usePeopleNames.ts'
import { useNewsroom } from '#renderer/state/queries.ts'
import { lineAt } from '#renderer/ui/lineAt.ts'
import { moveCursor } from '#renderer/ui/listKeys.ts'
import type { HistoryEntry } from '#shared/contract/history.ts'
import type { TimelineLine } from './lines.ts'
import { timelineLines } from './lines.ts'
import { TimelineEntry } from './TimelineEntry.tsx'
import styles from './history.module.css'

/** Pixels: see .day and .entry. */
const heights = { day: 34, entry: 54 }

type EntryLine = Extract<TimelineLine, { kind: 'entry' }>

interface TimelineProps {
  entries: readonly HistoryEntry[]
  onOpen: (line: EntryLine) => void
}

/** The history, newest first, under its days. Only what is in view exists; Enter compares. */
export function Timeline({ entries, onOpen }: TimelineProps) {
  const t = useT()
  const format = useFormat()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const nameOf = usePeopleNames(useNewsroom().data?.people ?? [])
  const lines = useMemo(() => timelineLines(entries, ({ at }) => format.date(at)), [entries, format])
  const places = useMemo(() => lines.flatMap(({ kind }, index) => (kind === 'entry' ? [index] : [])), [lines])
  const origins = useMemo(
    () => new Map(entries.flatMap((entry) => (entry.kind === 'point' ? [[entry.seq, entry.at] as const] : []))),
    [entries],
  )
  const [cursor, setCursor] = useState(0)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised, and no compiler does it for us
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => lines[index]?.key ?? index,
    estimateSize: (index) => heights[lines[index]?.kind ?? 'entry'],
    overscan: 6,
  })
  const openAt = (place: number | null) => {
    const line = lines[places[place ?? -1] ?? -1]
    if (line?.kind !== 'entry') return
    setCursor(place ?? 0)
    if (line.entry.text !== null) onOpen(line)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / heights.entry)
    const next = moveCursor(event.key, cursor, places.length, page)
    if (next !== null) {
      setCursor(next)
      virtual.scrollToIndex(places[next] ?? 0)
    } else if (event.key === 'Enter') openAt(cursor)
    else return
    event.preventDefault()
  }
  const originAt = (entry: HistoryEntry): string | null => {
    const at = entry.kind === 'point' && entry.origin !== null ? origins.get(entry.origin) : undefined
    return at === undefined ? null : format.dateTime(at)
  }
  return (
    <div
      ref={scroller}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold lines of two rows
      role="listbox"
      tabIndex={0}
      aria-label={t('history.list')}
      aria-activedescendant={`${id}-${String(places[cursor] ?? 0)}`}
      className={styles.timeline}
      onKeyDown={onKeyDown}
      onClick={(event) => openAt(lineAt(event.target))}
    >
      <div className={styles.sheet} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index]
          if (line === undefined) return null
          const place = { transform: `translateY(${String(start)}px)` }
          if (line.kind === 'day') {
            return (
              <div key={key} role="presentation" className={styles.day} style={place}>
                {format.day(line.entry.at, new Date())}
              </div>
            )
          }
          const { entry } = line
          return (
            <div
              key={key}
              id={`${id}-${String(index)}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see listbox
              role="option"
              aria-selected={index === places[cursor]}
              aria-disabled={entry.text === null || undefined}
              aria-posinset={places.indexOf(index) + 1}
              aria-setsize={places.length}
              className={styles.entry}
              style={place}
              data-index={places.indexOf(index)}
            >
              <TimelineEntry
                entry={entry}
                who={entry.personId === null ? '' : nameOf(entry.personId)}
                originAt={originAt(entry)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
