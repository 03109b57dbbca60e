import type { Piece } from '#shared/document/compare/words.ts'
import { textFormat } from '#shared/document/inline.ts'
import { useT } from '../../i18n/context.tsx'
import { cx } from '../../ui/cx.ts'
import styles from './Pieces.module.css'

/** Which of the two texts is read; `both` shows what went and what came behind each other. */
export type Side = 'before' | 'after' | 'both'

const hidden: Record<Side, Piece['kind'] | null> = { before: 'added', after: 'removed', both: null }

/** Words, and what became of them: struck out, underlined, or in another look. */
export function Pieces({ pieces, side }: { pieces: readonly Piece[]; side: Side }) {
  const t = useT()
  const shown = pieces.filter(({ kind }) => kind !== hidden[side])
  return shown.map(({ text, kind, ...looks }, index) => {
    const look = side === 'before' ? looks.lookBefore : looks.look
    const face = cx(
      (look.format & textFormat.bold) !== 0 && styles.bold,
      (look.format & textFormat.italic) !== 0 && styles.italic,
      look.url !== null && styles.link,
    )
    const title = look.url ?? undefined
    // Pieces have no identity beyond their place, and are made anew with every comparison.
    if (kind === 'removed') {
      return (
        <del key={index} className={cx(styles.removed, face)} title={title}>
          {text}
        </del>
      )
    }
    if (kind === 'added') {
      return (
        <ins key={index} className={cx(styles.added, face)} title={title}>
          {text}
        </ins>
      )
    }
    return (
      <span
        key={index}
        className={cx(kind === 'restyled' && styles.restyled, face)}
        title={kind === 'restyled' ? t('history.looks') : title}
      >
        {text}
      </span>
    )
  })
}
