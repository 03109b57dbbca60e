import type { ArticleRow } from '#shared/contract/rows.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { columnPath } from '#shared/domain/newsroom.ts'
import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import styles from './ArticleLine.module.css'
import { pendingMark, statusMark } from '#renderer/state/statusOf.ts'

export interface ArticleLineProps {
  row: ArticleRow
  newsroom: Newsroom | null
  /** Who wrote it; null where it is one's own. */
  author: string | null
}

/** One article in a list: what it is, how it begins, where it stands. */
export function ArticleLine({ row, newsroom, author }: ArticleLineProps) {
  const t = useT()
  const format = useFormat()
  const title = row.headline || row.slug || t('library.untitled')
  const column = columnPath(newsroom?.columns ?? [], row.columnId).at(-1)?.name
  const status = statusMark(row.status, newsroom?.stages ?? [], t)
  const pending = row.pending === null ? null : pendingMark(row.pending, t)
  const about = [author, t(`newsroom.${row.kind}`), column].filter((part) => part != null)
  return (
    <>
      <div className={styles.top}>
        <span className={styles.title}>{title}</span>
        <time className={styles.time} dateTime={row.updatedAt} title={format.dateTime(row.updatedAt)}>
          {format.short(row.updatedAt, new Date())}
        </time>
      </div>
      <p className={styles.excerpt}>{row.excerpt || t('library.noText')}</p>
      <div className={styles.foot}>
        <StatusMark icon={status.icon} tone={status.tone}>
          {status.word}
        </StatusMark>
        {pending !== null && (
          <StatusMark icon={pending.icon} tone={pending.tone}>
            {pending.word}
          </StatusMark>
        )}
        <span className={styles.about}>{about.join(' · ')}</span>
      </div>
    </>
  )
}
