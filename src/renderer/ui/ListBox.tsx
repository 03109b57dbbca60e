import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, ReactNode } from 'react'
import { Fragment, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'

import { lineAt } from './lineAt.ts'
import styles from './ListBox.module.css'
import { moveCursor } from './listKeys.ts'
import type { MenuEntry } from './MenuEntries.tsx'
import { ContextMenu } from './Menu.tsx'
import { tallest } from './sheetScale.ts'
import { TallSheet } from './TallSheet.ts'

/** Pixels: see .heading. */
const headingHeight = 34

export interface ListBoxProps {
  label: string
  id?: string
  total: number
  /** Pixels. Every line is as high, so that the scroll bar tells the truth about what was never drawn. */
  lineHeight: number
  /** The line where the keyboard is; -1 before anybody came in. */
  cursor: number
  onCursor: (index: number) => void
  /** A click, or Enter. The cursor is there by then. */
  onOpen: (index: number) => void
  /** Sees a key before the list does; true when it was for something else than the list's own. */
  onKey?: (key: string) => boolean
  /** The lines that came into view. */
  onRange?: (first: number, last: number) => void
  isSelected: (index: number) => boolean
  isDisabled?: (index: number) => boolean
  /** Stands above the line; null for most. */
  headingOf?: (index: number) => string | null
  /** What a line is known by where lines come and go. The same function as long as they are the same lines. */
  keyOf?: (index: number) => string
  /** What a right click offers, for the line at the cursor. */
  menu?: readonly MenuEntry[]
  /** When it becomes another, the list is read from its beginning. */
  subject?: number
  /** What a line says. */
  children: (index: number) => ReactNode
}

/** A list box of which only what is in view exists. Keys move its cursor; a click or Enter opens. */
export function ListBox(props: ListBoxProps) {
  const { label, id: given, total, lineHeight, cursor, onCursor, onOpen, onRange, headingOf, keyOf, menu } = props
  const own = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const drawn = useRef<HTMLDivElement>(null)
  const [sheet] = useState(() => new TallSheet())
  const range = useRef({ first: -1, last: -1 })
  useEffect(() => sheet.goTo(0), [sheet, props.subject])

  const heightAbove = (index: number) => ((headingOf?.(index) ?? null) === null ? 0 : headingHeight)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised, and no compiler does it for us
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    ...(keyOf && { getItemKey: keyOf }),
    estimateSize: (index) => lineHeight + heightAbove(index),
    overscan: 6,
    observeElementOffset: ({ scrollElement }, report) =>
      scrollElement === null ? undefined : sheet.observe(scrollElement, report),
    onChange: ({ range: seen }) => {
      if (seen === null || (seen.startIndex === range.current.first && seen.endIndex === range.current.last)) return
      range.current = { first: seen.startIndex, last: seen.endIndex }
      onRange?.(seen.startIndex, seen.endIndex)
    },
  })

  const items = virtual.getVirtualItems()
  const origin = items[0]?.start ?? 0
  const height = virtual.getTotalSize()
  useLayoutEffect(() => {
    if (drawn.current !== null) sheet.draw(drawn.current, origin, height)
  }, [sheet, origin, height])

  const openAt = (index: number | null) => {
    if (index === null || index < 0) return
    onCursor(index)
    onOpen(index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(props.onKey?.(event.key) ?? false)) {
      const page = Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight)
      const next = moveCursor(event.key, cursor, total, page)
      if (next !== null) {
        onCursor(next)
        const item = virtual.measurementsCache[next]
        if (item !== undefined) sheet.reveal(item.start, item.end)
      } else if (event.key === 'Enter') openAt(cursor)
      else return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const box = (
    <div
      ref={scroller}
      id={given}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold lines of several rows
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={cursor >= 0 ? `${own}-${String(cursor)}` : undefined}
      className={styles.scroller}
      onKeyDown={onKeyDown}
      onFocus={() => cursor < 0 && onCursor(0)}
      onClick={(event) => openAt(lineAt(event.target))}
      onContextMenu={(event) => menu !== undefined && onCursor(lineAt(event.target) ?? cursor)}
    >
      <div className={styles.sheet} style={{ height: Math.min(height, tallest) }}>
        <div ref={drawn} className={styles.drawn}>
          {items.map(({ index, key, start }) => {
            const at = start - origin
            const above = heightAbove(index)
            return (
              <Fragment key={key}>
                {above > 0 && (
                  <div role="presentation" className={styles.heading} style={placeAt(at)}>
                    {headingOf?.(index)}
                  </div>
                )}
                <div
                  id={`${own}-${String(index)}`}
                  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see listbox
                  role="option"
                  data-index={index}
                  data-cursor={index === cursor || undefined}
                  aria-selected={props.isSelected(index)}
                  aria-disabled={props.isDisabled?.(index) === true || undefined}
                  aria-posinset={index + 1}
                  aria-setsize={total}
                  className={styles.line}
                  style={{ height: lineHeight, ...placeAt(at + above) }}
                >
                  {props.children(index)}
                </div>
              </Fragment>
            )
          })}
        </div>
      </div>
    </div>
  )
  return menu === undefined ? box : <ContextMenu entries={menu}>{box}</ContextMenu>
}

const placeAt = (pixels: number) => ({ transform: `translateY(${String(pixels)}px)` })
