import { Send } from 'lucide-react'
import { useId, useRef } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { useSyncStatus } from '#renderer/state/queries.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { Stage } from '#shared/domain/newsroom.ts'
import { ActsBar } from './ActsBar.tsx'
import { useAskedFocus } from './asked.ts'
import { isOnline } from './isOnline.ts'
import styles from './review.module.css'
import { useReviewActs } from './useReviewActs.ts'

interface SubmitBarProps {
  /** Places that a merge left in two versions. They come first: what is missing can change with them. */
  clashes: number
  /** How many gaps stop it. */
  missing: number
  /** It was returned, and goes to review again. */
  again: boolean
  firstStage: Stage | undefined
}

/** 送审. Says what stands in its way, or where the article goes. */
export function SubmitBar({ clashes, missing, again, firstStage }: SubmitBarProps) {
  const t = useT()
  const hintId = useId()
  const button = useRef<HTMLButtonElement>(null)
  useAskedFocus('act', button)
  const online = isOnline(useSyncStatus().data)
  const { submit } = useReviewActs()
  const where = online ? t('review.submitHint', { stage: firstStage?.name ?? '' }) : t('review.submitOffline')
  const gaps = missing > 0 ? t('review.submitBlocked', { n: missing }) : where
  const hint = clashes > 0 ? t('review.submitClashes', { n: clashes }) : gaps
  return (
    <ActsBar error={submit.error}>
      <Button
        ref={button}
        variant="primary"
        icon={Send}
        className={styles.wide}
        disabled={clashes > 0 || missing > 0 || submit.isPending}
        aria-describedby={hintId}
        onClick={() => submit.mutate()}
      >
        {t(again ? 'review.resubmit' : 'review.submit')}
      </Button>
      <p id={hintId} className={styles.soft}>
        {hint}
      </p>
    </ActsBar>
  )
}
