import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, ReactNode } from 'react'
import { useId, useMemo, useRef, useState } from 'react'

import type { ArticleRow, View } from '#shared/contract/rows.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { useEnrolment, useNewsroom } from '#renderer/state/queries.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { lineAt } from '#renderer/ui/lineAt.ts'
import { ContextMenu } from '#renderer/ui/Menu.tsx'
import { ArticleLine } from './ArticleLine.tsx'
import { moveCursor } from '#renderer/ui/listKeys.ts'
import { useArticleActs } from './useArticleActs.ts'
import { useRows } from './useRows.ts'
import styles from './VirtualList.module.css'

/** Pixels: see .line. Every line is as high, so that the scroll bar tells the truth about what was never drawn. */
const lineHeight = 84

/** Lines on either side of those in view that are asked for before they come into it. */
const ahead = 40

interface VirtualListProps {
  view: View
  empty: ReactNode
  failed: (error: Error, retry: () => void) => ReactNode
}

/** A list box of which only what is in view exists. The cursor moves with the keyboard; Enter opens. */
export function VirtualList({ view, empty, failed }: VirtualListProps) {
  const t = useT()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState(-1)
  const [range, setRange] = useState({ first: 0, last: 0 })
  const rows = useRows(view, Math.max(0, range.first - ahead), range.last + ahead)
  const total = rows.total ?? 0
  const { articleId, open } = useWorkspace()
  const acts = useArticleActs()
  const newsroom = useNewsroom().data ?? null
  const me = useEnrolment().data?.person.id
  const names = useMemo(() => new Map(newsroom?.people.map((person) => [person.id, person.name])), [newsroom])

  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised, and no compiler does it for us
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 6,
    onChange: ({ range: seen }) => {
      if (seen === null || (seen.startIndex === range.first && seen.endIndex === range.last)) return
      setRange({ first: seen.startIndex, last: seen.endIndex })
    },
  })

  if (rows.error !== null && rows.total === null) return failed(rows.error, rows.retry)
  if (rows.total === 0) return empty

  const openAt = (index: number | null) => {
    if (index === null) return
    const row = rows.row(index)
    setCursor(index)
    if (row !== undefined) open(row.articleId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight)
    const next = moveCursor(event.key, cursor, total, page)
    if (next !== null) {
      setCursor(next)
      virtual.scrollToIndex(next)
    } else if (event.key === 'Enter') openAt(cursor)
    else if (event.key === 'F2') acts.rename(rows.row(cursor))
    else if (event.key === 'Delete') acts.bin(rows.row(cursor))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const author = (row: ArticleRow) => (row.authorId === me ? null : (names.get(row.authorId) ?? null))

  return (
    <ContextMenu entries={acts.entries(rows.row(cursor))}>
      <div
        ref={scroller}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold lines of three rows
        role="listbox"
        tabIndex={0}
        aria-label={t('app.list')}
        aria-activedescendant={cursor >= 0 ? `${id}-${cursor}` : undefined}
        className={styles.scroller}
        onKeyDown={onKeyDown}
        onFocus={() => cursor < 0 && setCursor(0)}
        onClick={(event) => openAt(lineAt(event.target))}
        onContextMenu={(event) => setCursor(lineAt(event.target) ?? cursor)}
      >
        <div className={styles.sheet} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows.row(index)
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
                {row !== undefined && (
                  <ArticleLine row={row} newsroom={newsroom?.newsroom ?? null} author={author(row)} />
                )}
              </div>
            )
          })}
        </div>
      </div>
    </ContextMenu>
  )
}
