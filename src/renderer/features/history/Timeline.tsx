import { useCallback, useMemo, useState } from 'react'

import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { usePeopleNames } from '#renderer/inspector/usePeopleNames.ts'
import { useNewsroom } from '#renderer/state/queries.ts'
import { ListBox } from '#renderer/ui/ListBox.tsx'
import type { HistoryEntry } from '#shared/contract/history.ts'
import type { TimelineLine } from './lines.ts'
import { timelineLines } from './lines.ts'
import { TimelineEntry } from './TimelineEntry.tsx'

interface TimelineProps {
  entries: readonly HistoryEntry[]
  onOpen: (line: TimelineLine) => void
}

/** The history, newest first, under its days. What was chosen stays chosen when others come before it. */
export function Timeline({ entries, onOpen }: TimelineProps) {
  const t = useT()
  const format = useFormat()
  const nameOf = usePeopleNames(useNewsroom().data?.people ?? [])
  const lines = useMemo(() => timelineLines(entries, ({ at }) => format.date(at)), [entries, format])
  const origins = useMemo(
    () => new Map(entries.flatMap((entry) => (entry.kind === 'point' ? [[entry.seq, entry.at] as const] : []))),
    [entries],
  )
  const keyOf = useCallback((index: number) => lines[index]?.key ?? String(index), [lines])
  const [chosen, setChosen] = useState<string | null>(null)
  const place = lines.findIndex(({ key }) => key === chosen)
  const originAt = (entry: HistoryEntry): string | null => {
    const at = entry.kind === 'point' && entry.origin !== null ? origins.get(entry.origin) : undefined
    return at === undefined ? null : format.dateTime(at)
  }
  return (
    <ListBox
      label={t('history.list')}
      total={lines.length}
      lineHeight={54}
      cursor={Math.max(0, place)}
      onCursor={(index) => setChosen(keyOf(index))}
      onOpen={(index) => {
        const line = lines[index]
        if (line !== undefined && line.entry.text !== null) onOpen(line)
      }}
      isSelected={(index) => index === place}
      isDisabled={(index) => lines[index]?.entry.text === null}
      headingOf={(index) => {
        const line = lines[index]
        return line?.startsDay === true ? format.day(line.entry.at, new Date()) : null
      }}
      keyOf={keyOf}
    >
      {(index) => {
        const entry = lines[index]?.entry
        return (
          entry && (
            <TimelineEntry
              entry={entry}
              who={entry.personId === null ? '' : nameOf(entry.personId)}
              originAt={originAt(entry)}
            />
          )
        )
      }}
    </ListBox>
  )
}
