import { useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { SourceUse } from '#shared/domain/attribution.ts'
import styles from './attribution.module.css'

interface OriginalDialogProps {
  source: SourceUse
  onChange: (part: Pick<SourceUse, 'originalTitle' | 'originalText'>) => void
  onClose: () => void
}

/** Takes in the original, or another in its place. Nothing is recorded before it is confirmed. */
export function OriginalDialog({ source, onChange, onClose }: OriginalDialogProps) {
  const t = useT()
  const [originalTitle, setTitle] = useState(source.originalTitle)
  const [originalText, setText] = useState(source.originalText)
  const replaces = source.originalText !== ''
  const keep = () => {
    onChange({ originalTitle: originalTitle.trim(), originalText: originalText.trim() })
    onClose()
  }
  return (
    <Dialog
      open
      size="large"
      onClose={onClose}
      closeLabel={t('app.close')}
      title={t(replaces ? 'attribution.replaceOriginal' : 'attribution.keepOriginal')}
      description={t('attribution.pasteOriginal')}
      actions={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" disabled={originalTitle.trim() === '' && originalText.trim() === ''} onClick={keep}>
            {t(replaces ? 'attribution.replace' : 'attribution.keep')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {replaces && <Notice>{t('attribution.replaceWarning')}</Notice>}
        <TextField label={t('newsroom.originalTitle')} maxLength={500} value={originalTitle} onChange={setTitle} />
        <TextArea
          label={t('attribution.originalText')}
          rows={14}
          maxLength={500_000}
          value={originalText}
          onChange={setText}
        />
      </div>
    </Dialog>
  )
}
