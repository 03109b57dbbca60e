import type { LucideIcon } from 'lucide-react'

import type { ButtonProps } from './Button.tsx'
import styles from './Button.module.css'
import { cx } from './cx.ts'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> {
  icon: LucideIcon
  /** What it does: read out, and shown on hover and focus. */
  label: string
  /** As shown to people: see `shortcutText`. */
  shortcut?: string | null
}

export function IconButton({
  icon: Icon,
  label,
  shortcut = null,
  variant = 'quiet',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={cx(styles.button, styles[variant], styles.icon, className)}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  )
}
