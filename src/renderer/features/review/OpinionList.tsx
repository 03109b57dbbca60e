import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { cx } from '#renderer/ui/cx.ts'
import type { Newsroom, Person } from '#shared/domain/newsroom.ts'
import type { VerdictStatement } from '#shared/domain/verdict.ts'
import styles from './review.module.css'
import { usePeopleNames } from '#renderer/inspector/usePeopleNames.ts'
import { VersionNote } from './VersionNote.tsx'

interface OpinionListProps {
  verdicts: readonly VerdictStatement[]
  newsroom: Newsroom
  people: readonly Person[]
}

/** What reviewers said, whose words they are, and of which revision. */
export function OpinionList({ verdicts, newsroom, people }: OpinionListProps) {
  const t = useT()
  const format = useFormat()
  const nameOf = usePeopleNames(people)
  return (
    <ul className={styles.opinions}>
      {verdicts.map((verdict) => (
        <li key={`${verdict.revisionId}-${verdict.stageId}-${verdict.personId}`}>
          <p className={styles.stepHead}>
            <strong>{nameOf(verdict.personId)}</strong>
            <span className={verdict.verdict === 'approve' ? undefined : styles.mark}>
              {t(`newsroom.${verdict.verdict}`)}
            </span>
          </p>
          <blockquote className={cx(styles.opinion, verdict.opinion === '' && styles.faint)}>
            {verdict.opinion === '' ? t('review.noOpinion') : verdict.opinion}
          </blockquote>
          <p className={styles.faint}>
            {t('review.opinionAt', {
              stage: newsroom.stages.find(({ id }) => id === verdict.stageId)?.name ?? verdict.stageId,
              at: format.dateTime(verdict.at),
            })}{' '}
            <VersionNote revisionId={verdict.revisionId} />
          </p>
        </li>
      ))}
    </ul>
  )
}
