import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

import styles from './EmptyState.module.css'

export interface EmptyStateProps {
  icon?: LucideIcon
  /** What belongs here. */
  title: string
  /** How it comes here. */
  children?: ReactNode
  /** The one command that puts it here. */
  action?: ReactNode
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon size={28} strokeWidth={1.25} aria-hidden />}
      <p className={styles.title}>{title}</p>
      {children !== undefined && <p className={styles.text}>{children}</p>}
      {action}
    </div>
  )
}
