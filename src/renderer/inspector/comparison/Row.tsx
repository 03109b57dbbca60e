import { RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'

import { useT } from '../../i18n/context.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { BlockLines } from './BlockLines.tsx'
import styles from './Comparison.module.css'
import type { Side } from './Pieces.tsx'
import { Pieces } from './Pieces.tsx'
import type { ComparedRow } from './rows.ts'
import { rowNote } from './rowNote.ts'

interface RowProps {
  row: ComparedRow
  sideBySide: boolean
  current: boolean
  /** Null where nothing can be brought back. */
  onRestore: ((row: Exclude<ComparedRow, { kind: 'gap' }>) => void) | null
  onShowAll: () => void
}

/** A line of both texts: what became of it in the margin, the words, and the way back. */
export function Row({ row, sideBySide, current, onRestore, onShowAll }: RowProps) {
  const t = useT()
  const note = rowNote(row, t)
  if (row.kind === 'gap') {
    return (
      <button type="button" className={styles.gap} onClick={onShowAll}>
        {t('history.unchanged', { n: row.count })}
      </button>
    )
  }
  const sides: Side[] = sideBySide ? ['before', 'after'] : ['both']
  return (
    <div
      className={cx(styles.row, sideBySide && styles.two, row.changed && styles.changed)}
      aria-current={current || undefined}
    >
      <span className={styles.note}>{note}</span>
      {sides.map((side) => (
        <div key={side} className={styles.words}>
          <RowWords row={row} side={side} />
        </div>
      ))}
      <span>
        {row.changed && onRestore !== null && (
          <IconButton icon={RotateCcw} label={t('history.restorePart')} onClick={() => onRestore(row)} />
        )}
      </span>
    </div>
  )
}

function RowWords({ row, side }: { row: Exclude<ComparedRow, { kind: 'gap' }>; side: Side }): ReactNode {
  const t = useT()
  if (row.kind === 'block') return <BlockLines block={row.block} side={side} />
  if (row.kind === 'title') {
    return (
      <p className={cx(styles.title, row.line === 'headline' && styles.headline)}>
        <Pieces pieces={row.pieces} side={side} />
      </p>
    )
  }
  if (row.row.lines.length === 0) return <p className={styles.faint}>{t('history.fieldChanged')}</p>
  return row.row.lines.map(({ id, label, pieces }) => (
    <p key={id} className={styles.fact}>
      {label !== row.row.label && <span className={styles.faint}>{label} </span>}
      <Pieces pieces={pieces} side={side} />
    </p>
  ))
}
