import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import type { PendingAct } from '#shared/contract/rows.ts'
import styles from './review.module.css'
import { useReviewActs } from './useReviewActs.ts'

/** An act of one's own that the desk has not confirmed, said as it is: waiting, on its way, not known, or refused. */
export function PendingNote({ pending }: { pending: PendingAct }) {
  const t = useT()
  const errorText = useErrorText()
  const { dismiss } = useReviewActs()
  const { act, state, error } = pending
  if (state === 'rejected') {
    return (
      <div className={styles.note}>
        <Notice tone="caution">
          <p>
            <strong>{t(refused[act])}</strong>
          </p>
          {error !== null && <p>{errorText(error)}</p>}
          <Button className={styles.noteAct} disabled={dismiss.isPending} onClick={() => dismiss.mutate()}>
            {t('review.dismiss')}
          </Button>
          {dismiss.error !== null && <p>{errorText(dismiss.error)}</p>}
        </Notice>
      </div>
    )
  }
  return (
    <output className={styles.note}>
      <Notice>
        <p>
          <strong>{t(waiting[act])}</strong>
        </p>
        <p className={styles.soft}>{t(underWay[state])}</p>
      </Notice>
    </output>
  )
}

const waiting = {
  submit: 'review.submitWaiting',
  verdict: 'review.verdictWaiting',
  publish: 'review.publishWaiting',
} as const

const refused = {
  submit: 'review.submitRefused',
  verdict: 'review.verdictRefused',
  publish: 'review.publishRefused',
} as const

const underWay = {
  pending: 'review.waitingSafe',
  sending: 'review.sending',
  unknown: 'review.unknown',
} as const
