import { Check, Stamp, Undo2, X } from 'lucide-react'
import { useRef, useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { useSyncStatus } from '#renderer/state/queries.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import type { RevisionId } from '#shared/domain/ids.ts'
import type { VerdictKind } from '#shared/domain/verdict.ts'
import { ActsBar } from './ActsBar.tsx'
import { useAskedFocus } from './asked.ts'
import { ConfirmVerdict } from './ConfirmVerdict.tsx'
import { isOnline } from './isOnline.ts'
import { useOpinion } from './opinions.ts'
import styles from './review.module.css'
import { useReviewActs } from './useReviewActs.ts'

interface VerdictBarProps {
  revisionId: RevisionId
  headline: string
  signsOff: boolean
  /** Gaps that the desk would refuse the article for: it can be returned or rejected, but not approved. */
  incomplete: boolean
}

/** The reviewer's opinion, and the verdict on exactly the revision that is on the screen. */
export function VerdictBar({ revisionId, headline, signsOff, incomplete }: VerdictBarProps) {
  const t = useT()
  const online = isOnline(useSyncStatus().data)
  const { giveVerdict } = useReviewActs()
  const { opinion, write } = useOpinion(revisionId)
  const [asked, setAsked] = useState(false)
  const [confirming, setConfirming] = useState<'approve' | 'reject' | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const approve = useRef<HTMLButtonElement>(null)
  useAskedFocus('opinion', field)
  useAskedFocus('act', approve)
  const silent = opinion.trim() === ''
  const busy = giveVerdict.isPending

  const give = (verdict: VerdictKind) => {
    setConfirming(null)
    giveVerdict.mutate({ revisionId, verdict, opinion: opinion.trim() }, { onSuccess: () => write('') })
  }
  const withOpinion = (act: () => void) => {
    setAsked(silent)
    if (silent) field.current?.focus()
    else act()
  }

  return (
    <ActsBar error={giveVerdict.error}>
      <TextArea
        ref={field}
        id="review-opinion"
        label={t('newsroom.opinion')}
        placeholder={t('review.opinionHint')}
        rows={2}
        maxLength={10_000}
        error={asked && silent ? t('review.opinionNeeded') : undefined}
        value={opinion}
        onChange={write}
      />
      <div className={styles.verdicts}>
        <Button
          ref={approve}
          variant="primary"
          icon={signsOff ? Stamp : Check}
          disabled={busy || incomplete}
          onClick={() => (signsOff ? setConfirming('approve') : give('approve'))}
        >
          {t(signsOff ? 'newsroom.signOff' : 'newsroom.approve')}
        </Button>
        <Button icon={Undo2} disabled={busy} onClick={() => withOpinion(() => give('return'))}>
          {t('newsroom.return')}
        </Button>
        <Button variant="quiet" icon={X} disabled={busy} onClick={() => withOpinion(() => setConfirming('reject'))}>
          {t('newsroom.reject')}
        </Button>
      </div>
      {!online && <p className={styles.soft}>{t('review.verdictOffline')}</p>}
      {online && signsOff && <p className={styles.soft}>{t('review.lastStage')}</p>}
      {confirming !== null && (
        <ConfirmVerdict
          verdict={confirming}
          {...{ headline, revisionId }}
          onConfirm={() => give(confirming)}
          onClose={() => setConfirming(null)}
        />
      )}
    </ActsBar>
  )
}
