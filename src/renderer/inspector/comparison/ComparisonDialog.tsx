import type { ReactNode } from 'react'

import type { ArticleContent } from '#shared/document/content.ts'
import { useErrorText, useT } from '../../i18n/context.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Comparison } from './Comparison.tsx'
import type { ComparisonProps } from './Comparison.tsx'
import styles from './Comparison.module.css'

interface ComparisonDialogProps extends Omit<ComparisonProps, 'before' | 'after'> {
  title: string
  /** Null while it is being read. */
  before: ArticleContent | null
  after: ArticleContent | null
  /** Why a text could not be read, or was not brought back. */
  error: Error | null
  onClose: () => void
  actions?: ReactNode
}

/** A comparison that fills the window: words need room. */
export function ComparisonDialog({ title, before, after, error, onClose, actions, ...rest }: ComparisonDialogProps) {
  const t = useT()
  const errorText = useErrorText()
  return (
    <Dialog open onClose={onClose} title={title} closeLabel={t('app.close')} size="full" actions={actions}>
      {error !== null && (
        <Notice tone="caution" className={styles.notice}>
          {errorText(error)}
        </Notice>
      )}
      {before !== null && after !== null && <Comparison {...{ before, after }} {...rest} />}
    </Dialog>
  )
}
