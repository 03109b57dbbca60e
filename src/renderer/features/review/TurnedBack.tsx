import { CircleX, Undo2 } from 'lucide-react'

import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { Newsroom, Person } from '#shared/domain/newsroom.ts'
import type { VerdictStatement } from '#shared/domain/verdict.ts'
import styles from './review.module.css'
import { usePeopleNames } from '#renderer/inspector/usePeopleNames.ts'

interface TurnedBackProps {
  verdict: VerdictStatement
  newsroom: Newsroom
  people: readonly Person[]
}

/** The red pencil: why the article came back, before anything else. */
export function TurnedBack({ verdict, newsroom, people }: TurnedBackProps) {
  const t = useT()
  const format = useFormat()
  const name = usePeopleNames(people)(verdict.personId)
  const returned = verdict.verdict === 'return'
  const stage = newsroom.stages.find(({ id }) => id === verdict.stageId)?.name ?? verdict.stageId
  return (
    <section className={styles.turned}>
      <h3>
        <StatusMark icon={returned ? Undo2 : CircleX} tone="mark">
          {t(returned ? 'review.returnedBy' : 'review.rejectedBy', { name })}
        </StatusMark>
      </h3>
      <blockquote className={styles.turnedOpinion}>{verdict.opinion}</blockquote>
      <p className={styles.faint}>{t('review.opinionAt', { stage, at: format.dateTime(verdict.at) })}</p>
      <p>{t(returned ? 'review.returnedHint' : 'review.rejectedHint')}</p>
    </section>
  )
}
