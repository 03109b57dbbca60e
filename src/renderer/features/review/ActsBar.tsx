import type { ReactNode } from 'react'

import { useErrorText } from '#renderer/i18n/context.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import styles from './review.module.css'

/** The place of the one act that the panel is for. It stays in sight however long the panel is. */
export function ActsBar({ error, children }: { error: Error | null; children: ReactNode }) {
  const errorText = useErrorText()
  return (
    <div className={styles.acts}>
      {error !== null && <Notice tone="caution">{errorText(error)}</Notice>}
      {children}
    </div>
  )
}
