import type { LucideIcon } from 'lucide-react'

import styles from './Badge.module.css'
import { cx } from './cx.ts'

export interface StatusMarkProps {
  icon: LucideIcon
  /** The word: a state is never told by shape or colour alone. */
  children: string
  /** `mark` is the red pencil: review marks and verdicts. `caution` wants to be looked at. */
  tone?: 'plain' | 'mark' | 'caution'
}

export function StatusMark({ icon: Icon, children, tone = 'plain' }: StatusMarkProps) {
  return (
    <span className={cx(styles.status, styles[tone])}>
      <Icon size={13} strokeWidth={1.9} aria-hidden />
      {children}
    </span>
  )
}
