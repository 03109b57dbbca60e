import { Stamp, X } from 'lucide-react'

import { useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { RevisionId } from '#shared/domain/ids.ts'
import styles from './review.module.css'
import { VersionNote } from './VersionNote.tsx'

interface ConfirmVerdictProps {
  verdict: 'approve' | 'reject'
  headline: string
  revisionId: RevisionId
  onConfirm: () => void
  onClose: () => void
}

/** A verdict that cannot be taken back names what it is given on, and is confirmed once. */
export function ConfirmVerdict({ verdict, headline, revisionId, onConfirm, onClose }: ConfirmVerdictProps) {
  const t = useT()
  const signsOff = verdict === 'approve'
  return (
    <Dialog
      open
      onClose={onClose}
      closeLabel={t('app.close')}
      title={t(signsOff ? 'review.signOffTitle' : 'review.rejectTitle')}
      actions={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" icon={signsOff ? Stamp : X} onClick={onConfirm}>
            {t(signsOff ? 'newsroom.signOff' : 'newsroom.reject')}
          </Button>
        </>
      }
    >
      <p className={styles.confirmHeadline}>{headline === '' ? t('review.untitled') : headline}</p>
      <p className={styles.confirmVersion}>
        <VersionNote revisionId={revisionId} />
      </p>
      <p className={styles.soft}>{t(signsOff ? 'review.signOffText' : 'review.rejectText')}</p>
    </Dialog>
  )
}
