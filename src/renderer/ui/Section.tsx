import type { ReactNode } from 'react'
import { useId } from 'react'

import styles from './Section.module.css'

export interface SectionProps {
  title: string
  /** At the right of the title: a count, a button. */
  aside?: ReactNode
  children: ReactNode
}

/** A titled part of a panel. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.header}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {aside}
      </header>
      {children}
    </section>
  )
}
