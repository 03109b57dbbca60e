import styles from './Badge.module.css'
import { cx } from './cx.ts'

/** A count or a word on something else. Vermilion only where it is a review mark. */
export function Badge({
  children,
  tone = 'plain',
}: {
  children: string | number
  tone?: 'plain' | 'mark' | 'caution'
}) {
  return <span className={cx(styles.badge, styles[tone])}>{children}</span>
}
