import { Newspaper } from 'lucide-react'
import { useId, useRef } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { useSyncStatus } from '#renderer/state/queries.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { RevisionId } from '#shared/domain/ids.ts'
import { ActsBar } from './ActsBar.tsx'
import { useAskedFocus } from './asked.ts'
import { isOnline } from './isOnline.ts'
import styles from './review.module.css'
import { useReviewActs } from './useReviewActs.ts'

/** 发布: puts exactly the revision that was signed off before readers. */
export function PublishBar({ revisionId }: { revisionId: RevisionId }) {
  const t = useT()
  const hintId = useId()
  const button = useRef<HTMLButtonElement>(null)
  useAskedFocus('act', button)
  const online = isOnline(useSyncStatus().data)
  const { publish } = useReviewActs()
  return (
    <ActsBar error={publish.error}>
      <Button
        ref={button}
        variant="primary"
        icon={Newspaper}
        className={styles.wide}
        disabled={publish.isPending}
        aria-describedby={hintId}
        onClick={() => publish.mutate(revisionId)}
      >
        {t('review.publish')}
      </Button>
      <p id={hintId} className={styles.soft}>
        {t(online ? 'review.publishHint' : 'review.publishOffline')}
      </p>
    </ActsBar>
  )
}
