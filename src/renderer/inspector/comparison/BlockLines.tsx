import type { Block } from '#shared/document/blocks.ts'
import type { ComparedBlock, ComparedPart } from '#shared/document/compare/contents.ts'
import type { PartName } from '#shared/document/compare/parts.ts'
import { styleOf } from '#shared/document/compare/parts.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import { useT } from '../../i18n/context.tsx'
import { cx } from '../../ui/cx.ts'
import styles from './Comparison.module.css'
import type { Side } from './Pieces.tsx'
import { Pieces } from './Pieces.tsx'

const labels: Partial<Record<PartName, MessageKey>> = {
  caption: 'attribution.caption',
  alt: 'attribution.alt',
  credit: 'attribution.credit',
  rights: 'attribution.rights',
  source: 'newsroom.source',
  version: 'history.version',
}

/** A block of one side, or of both in one: nothing where that side has none. */
export function BlockLines({ block, side }: { block: ComparedBlock; side: Side }) {
  const { before, after, parts } = block
  const shown = side === 'before' ? before : side === 'after' ? after : (after ?? before)
  if (shown === null) return null
  const hidden = { before: 'added', after: 'removed', both: null }[side]
  return parts
    .filter(({ change }) => change !== hidden)
    .map((part, index) => <BlockLine key={index} {...{ part, shown, side }} />)
}

function BlockLine({ part, shown, side }: { part: ComparedPart; shown: Block; side: Side }) {
  const t = useT()
  const { name, change, pieces, depth, marks } = part
  if (name === 'unknown') return <p className={styles.faint}>{t('history.unknownBlock')}</p>
  if (name === 'file') {
    return <p className={styles.faint}>{t(change === 'changed' ? 'history.fileChanged' : 'history.picture')}</p>
  }
  if (pieces.length === 0 && name !== 'text') return null
  const label = labels[name]
  if (label !== undefined) {
    return (
      <p className={styles.fact}>
        <span className={styles.faint}>{t(label)} </span>
        <Pieces pieces={pieces} side={side} />
      </p>
    )
  }
  const style = name === 'item' ? 'item' : styleOf(shown)
  const mark = side === 'before' ? marks.before : marks.after || marks.before
  return (
    <p className={cx(styles.text, styles[style])} style={{ marginInlineStart: `${String(depth * 1.5)}rem` }}>
      {name === 'item' && <span className={styles.mark}>{mark}</span>}
      <Pieces pieces={pieces} side={side} />
    </p>
  )
}
