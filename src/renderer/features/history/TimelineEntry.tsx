import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { cx } from '#renderer/ui/cx.ts'
import type { HistoryEntry } from '#shared/contract/history.ts'
import styles from './history.module.css'
import { isMarked, reasonIcons } from './reasons.ts'

interface TimelineEntryProps {
  entry: HistoryEntry
  who: string
  /** When the text was made that a restore brought back. */
  originAt: string | null
}

/** Who, when, what, and how much of it. */
export function TimelineEntry({ entry, who, originAt }: TimelineEntryProps) {
  const t = useT()
  const format = useFormat()
  const Icon = reasonIcons[entry.reason]
  return (
    <div className={styles.entry}>
      <span className={cx(styles.icon, isMarked(entry.reason) && styles.marked)}>
        <Icon size={15} strokeWidth={1.75} aria-hidden />
      </span>
      <span className={styles.what}>
        <span className={styles.head}>
          <span className={cx(styles.reason, entry.kind === 'point' && entry.reason === 'writing' && styles.quiet)}>
            {t(`history.${entry.reason}`)}
          </span>
          {originAt !== null && <span className={styles.faint}>{t('history.restoredFrom', { at: originAt })}</span>}
          <time className={styles.time} dateTime={entry.at}>
            {format.time(entry.at)}
          </time>
        </span>
        <span className={styles.detail}>
          <span className={styles.who}>{who}</span>
          {entry.kind === 'point' ? <Size entry={entry} /> : <MarkDetail entry={entry} />}
        </span>
      </span>
    </div>
  )
}

function Size({ entry: { characters, change } }: { entry: Extract<HistoryEntry, { kind: 'point' }> }) {
  const t = useT()
  return (
    <span className={styles.size}>
      {change.added > 0 && <span>{t('history.added', { n: change.added })}</span>}
      {change.removed > 0 && <span>{t('history.removed', { n: change.removed })}</span>}
      {characters !== null && <span className={styles.faint}>{t('history.characters', { n: characters })}</span>}
    </span>
  )
}

function MarkDetail({ entry: { opinion, text } }: { entry: Extract<HistoryEntry, { kind: 'mark' }> }) {
  const t = useT()
  if (text === null) return <span className={styles.faint}>{t('history.notHere')}</span>
  return <span className={styles.opinion}>{opinion}</span>
}
