import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMemo, useRef, useState } from 'react'

import type { ArticleContent } from '#shared/document/content.ts'
import type { Parts } from '#shared/document/takeBack.ts'
import { useT } from '../../i18n/context.tsx'
import { isMac } from '../../platform/keyboard.ts'
import { useNewsroom } from '../../state/queries.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Segments } from '../../ui/Segments.tsx'
import styles from './Comparison.module.css'
import { Row } from './Row.tsx'
import { comparedRows, onlyChanges } from './rows.ts'
import { useChangeSteps } from './useChangeSteps.ts'

/** From so many lines on, those that are the same are folded away at first. */
const long = 60

export interface ComparisonProps {
  before: ArticleContent
  after: ArticleContent
  /** What the two are called. */
  names: { before: string; after: string }
  /** Brings parts back as they are in `before`; null where that cannot be. */
  onRestore: ((parts: Parts) => void) | null
  /** What else is chosen: stands before the layout. */
  choice?: ReactNode
}

/** Two texts of an article, beside each other or in one, change by change. Only what is in view exists. */
export function Comparison({ before, after, names, onRestore, choice }: ComparisonProps) {
  const t = useT()
  const newsroom = useNewsroom().data?.newsroom ?? null
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => comparedRows({ before, after, newsroom, t }), [before, after, newsroom, t])
  const [layout, setLayout] = useState<'sideBySide' | 'inline'>('sideBySide')
  const [folded, setFolded] = useState<boolean | null>(null)
  const folds = folded ?? rows.length > long
  const shown = useMemo(() => (folds ? onlyChanges(rows) : rows), [folds, rows])
  const sideBySide = layout === 'sideBySide'
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised, and no compiler does it for us
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: shown.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => shown[index]?.key ?? index,
    estimateSize: () => 72,
    overscan: 8,
  })
  const steps = useChangeSteps(shown, virtual)
  const { total, number, step } = steps
  const keys = (arrow: string) => `${isMac ? '⌥' : 'Alt+'}${arrow}`
  return (
    <div className={styles.comparison}>
      <div className={styles.bar}>
        {choice}
        <Segments
          label={t('history.layout')}
          value={layout}
          onChange={setLayout}
          options={[
            { value: 'sideBySide', label: t('history.sideBySide') },
            { value: 'inline', label: t('history.inline') },
          ]}
        />
        <Checkbox label={t('history.onlyChanges')} checked={folds} onChange={setFolded} />
        <span className={styles.count}>
          <output>
            {number > 0 ? t('history.changeOf', { n: number, total }) : t('history.changes', { n: total })}
          </output>
          <IconButton
            icon={ChevronUp}
            label={t('history.previousChange')}
            shortcut={keys('↑')}
            disabled={total === 0 || number === 1}
            onClick={() => step(-1)}
          />
          <IconButton
            icon={ChevronDown}
            label={t('history.nextChange')}
            shortcut={keys('↓')}
            disabled={total === 0 || number === total}
            onClick={() => step(1)}
          />
        </span>
      </div>
      <div className={cx(styles.heads, sideBySide && styles.two)}>
        <span />
        {sideBySide ? (
          <>
            <strong>{names.before}</strong>
            <strong>{names.after}</strong>
          </>
        ) : (
          <span>
            <strong>{names.before}</strong> → <strong>{names.after}</strong>
          </span>
        )}
      </div>
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={t('history.compareTitle')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a pane that scrolls has to be reached by keys
        tabIndex={0}
      >
        {total === 0 ? (
          <EmptyState title={t('history.noDifference')} />
        ) : (
          <div className={styles.sheet} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, key, start }) => {
              const row = shown[index]
              return (
                <div
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  className={styles.place}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {row !== undefined && (
                    <Row
                      row={row}
                      sideBySide={sideBySide}
                      current={index === steps.current}
                      onRestore={onRestore === null ? null : ({ parts }) => onRestore(parts)}
                      onShowAll={() => setFolded(false)}
                    />
                  )}
                </div>
              )
            })}
          </div>
        )}
      </section>
    </div>
  )
}
