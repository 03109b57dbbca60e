import { Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import { cx } from './cx.ts'
import styles from './Notice.module.css'

export interface NoticeProps {
  /** `caution`: something did not happen, and a person should know. */
  tone?: 'plain' | 'caution'
  children: ReactNode
  /** What to do next. */
  action?: ReactNode
  className?: string | undefined
}

/** Something to know, where it matters. A caution is announced at once. */
export function Notice({ tone = 'plain', children, action, className }: NoticeProps) {
  const Icon = tone === 'caution' ? TriangleAlert : Info
  return (
    <div role={tone === 'caution' ? 'alert' : 'note'} className={cx(styles.notice, styles[tone], className)}>
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  )
}
