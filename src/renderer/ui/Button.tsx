import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, Ref } from 'react'

import styles from './Button.module.css'
import { cx } from './cx.ts'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` is the one act that a screen is for: at most one of them is visible at a time. */
  variant?: 'primary' | 'plain' | 'quiet'
  icon?: LucideIcon
  ref?: Ref<HTMLButtonElement>
}

export function Button({ variant = 'plain', icon: Icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={cx(styles.button, styles[variant], className)}>
      {Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}
      {children}
    </button>
  )
}
