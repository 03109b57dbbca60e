import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent } from 'react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { useEnrolment, useNewsroom } from '#renderer/state/queries.ts'
import { runCommand } from '#renderer/state/commands.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { moveCursor } from '#renderer/ui/listKeys.ts'
import { resultsId } from './focusResults.ts'
import { ResultLine } from './ResultLine.tsx'
import type { Hits } from './useHits.ts'
import styles from './search.module.css'

/** Pixels: see .line. */
const lineHeight = 108

interface ResultListProps {
  /** A new one is read from its beginning. */
  question: number
  hits: Hits
  total: number
  onRange: (first: number, last: number) => void
}

/** What was found, as a list box. The arrow up from its first line leads back to the field. */
export function ResultList({ question, hits, total, onRange }: ResultListProps) {
  const t = useT()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState(0)
  const [seen, setSeen] = useState(question)
  if (seen !== question) {
    setSeen(question)
    setCursor(0)
  }
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0
  }, [question])
  const { articleId, open } = useWorkspace()
  const newsroom = useNewsroom().data ?? null
  const me = useEnrolment().data?.person.id
  const names = useMemo(() => new Map(newsroom?.people.map((person) => [person.id, person.name])), [newsroom])

  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised, and no compiler does it for us
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 4,
    onChange: ({ range }) => range !== null && onRange(range.startIndex, range.endIndex),
  })

  const openAt = (index: number) => {
    const hit = hits.hit(index)
    setCursor(index)
    if (hit !== undefined) open(hit.row.articleId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight)
    const next = moveCursor(event.key, cursor, total, page)
    if (event.key === 'Escape' || (event.key === 'ArrowUp' && cursor === 0)) runCommand('view.search')
    else if (next !== null) {
      setCursor(next)
      virtual.scrollToIndex(next)
    } else if (event.key === 'Enter') openAt(cursor)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={scroller}
      id={resultsId}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold lines of three rows
      role="listbox"
      tabIndex={0}
      aria-label={t('search.results')}
      aria-activedescendant={`${id}-${cursor}`}
      className={styles.scroller}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
        if (line !== null) openAt(Number(line.dataset['index']))
      }}
    >
      <div className={styles.sheet} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const hit = hits.hit(index)
          const row = hit?.row
          return (
            <div
              key={index}
              id={`${id}-${index}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see listbox
              role="option"
              data-index={index}
              data-cursor={index === cursor || undefined}
              aria-selected={row !== undefined && row.articleId === articleId}
              aria-posinset={index + 1}
              aria-setsize={total}
              className={styles.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              {hit !== undefined && (
                <ResultLine
                  hit={hit}
                  newsroom={newsroom?.newsroom ?? null}
                  author={hit.row.authorId === me ? null : (names.get(hit.row.authorId) ?? null)}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
