import type { LucideIcon } from 'lucide-react'
import { Circle, CircleCheck, CircleDot, CircleX, Undo2 } from 'lucide-react'

import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { cx } from '#renderer/ui/cx.ts'
import type { ArticleDetail } from '#shared/contract/rows.ts'
import type { Newsroom, Person } from '#shared/domain/newsroom.ts'
import type { Translate } from '#shared/messages/format.ts'
import type { Step, StepState } from './progress.ts'
import { progress } from './progress.ts'
import styles from './review.module.css'
import { roleNames } from './roleNames.ts'
import { usePeopleNames } from '#renderer/inspector/usePeopleNames.ts'

interface WayProps {
  article: ArticleDetail
  newsroom: Newsroom
  people: readonly Person[]
  /** The stage waits for the person at this desktop. */
  mine: boolean
}

/** The article's way, from its author to its readers: who has said what, and where it is now. */
export function Way({ article, newsroom, people, mine }: WayProps) {
  const t = useT()
  const format = useFormat()
  const nameOf = usePeopleNames(people)
  const published = article.receipts.at(-1)
  const underWay = article.pending !== null && article.pending.state !== 'rejected'
  return (
    <ol className={styles.way}>
      {progress(article, newsroom.stages).map((step) => {
        const Icon = icons[step.state]
        const { name, word } = said(step, mine, t)
        const current = step.state === 'current'
        const verdict = step.kind === 'stage' ? step.verdict : null
        return (
          <li
            key={step.kind === 'stage' ? step.stage.id : step.kind}
            className={cx(styles.step, styles[step.state])}
            aria-current={current ? 'step' : undefined}
          >
            <Icon size={16} strokeWidth={1.9} aria-hidden />
            <div className={styles.stepText}>
              <p className={styles.stepHead}>
                <strong>{name}</strong>
                <span className={styles.stepWord}>{current && underWay ? t('review.onItsWay') : word}</span>
              </p>
              {step.kind === 'submit' && <p className={styles.faint}>{nameOf(article.authorId)}</p>}
              {verdict !== null && (
                <p className={styles.faint}>
                  {t('review.by', { name: nameOf(verdict.personId), at: format.dateTime(verdict.at) })}
                </p>
              )}
              {step.kind === 'stage' && current && (
                <p className={styles.faint}>{t('review.waitsFor', { roles: roleNames(step.stage.roles, t) })}</p>
              )}
              {step.kind === 'publish' && step.state === 'done' && published !== undefined && (
                <p className={styles.faint}>
                  {t('review.by', {
                    name: nameOf(published.publishedBy),
                    at: format.dateTime(published.publishedAt),
                  })}
                </p>
              )}
              {verdict?.verdict === 'approve' && verdict.opinion !== '' && (
                <blockquote className={styles.opinion}>{verdict.opinion}</blockquote>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

const icons: Record<StepState, LucideIcon> = {
  done: CircleCheck,
  current: CircleDot,
  ahead: Circle,
  returned: Undo2,
  rejected: CircleX,
}

/** The step's name, and in a word how it stands. */
function said(step: Step, mine: boolean, t: Translate): { name: string; word: string } {
  switch (step.kind) {
    case 'submit':
      return step.state === 'current'
        ? { name: t('review.written'), word: t('review.inWriting') }
        : { name: t('review.handedIn'), word: t('review.done') }
    case 'stage':
      return { name: step.stage.name, word: stageWord(step, mine, t) }
    case 'publish':
      return { name: t('review.publish'), word: t(publishWords[step.state]) }
  }
}

function stageWord({ state, signsOff }: Extract<Step, { kind: 'stage' }>, mine: boolean, t: Translate): string {
  if (state === 'done') return t(signsOff ? 'review.stageSignedOff' : 'review.stagePassed')
  if (state === 'current') return t(mine ? 'review.stageMine' : 'review.stageCurrent')
  return t(stageWords[state])
}

const stageWords = {
  ahead: 'review.stageAhead',
  returned: 'review.stageReturned',
  rejected: 'review.stageRejected',
} as const

const publishWords = {
  done: 'review.publishDone',
  current: 'review.publishReady',
  ahead: 'review.stageAhead',
  returned: 'review.stageAhead',
  rejected: 'review.stageAhead',
} as const
