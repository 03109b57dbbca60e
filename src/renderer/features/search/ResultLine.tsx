import type { PassagePlace, SearchHit } from '#shared/contract/search.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { columnPath } from '#shared/domain/newsroom.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { statusMark } from '#renderer/state/statusOf.ts'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { Marked } from './Marked.tsx'
import styles from './search.module.css'

const places: Record<PassagePlace, MessageKey | null> = {
  body: null,
  picture: 'search.inPicture',
  attribution: 'search.inAttribution',
  opinion: 'search.inOpinion',
}

export interface ResultLineProps {
  hit: SearchHit
  newsroom: Newsroom | null
  author: string | null
}

/** One article that was found, with the words around the first hit. */
export function ResultLine({ hit: { row, title, passage }, newsroom, author }: ResultLineProps) {
  const t = useT()
  const format = useFormat()
  const status = statusMark(row.status, newsroom?.stages ?? [], t)
  const column = columnPath(newsroom?.columns ?? [], row.columnId).at(-1)?.name
  const place = passage === null ? null : places[passage.place]
  const about = [author, column].filter((part) => part != null)
  return (
    <>
      <div className={styles.top}>
        <span className={styles.title}>{title.length === 0 ? t('library.untitled') : <Marked text={title} />}</span>
        <time className={styles.time} dateTime={row.updatedAt} title={format.dateTime(row.updatedAt)}>
          {format.short(row.updatedAt, new Date())}
        </time>
      </div>
      <p className={styles.passage}>
        {place !== null && <span className={styles.place}>{t(place)}</span>}
        {passage === null ? row.excerpt : <Marked text={passage.text} />}
      </p>
      <div className={styles.foot}>
        <StatusMark icon={status.icon} tone={status.tone}>
          {status.word}
        </StatusMark>
        <span className={styles.about}>{about.join(' · ')}</span>
      </div>
    </>
  )
}
