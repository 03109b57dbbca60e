import type { ReactNode } from 'react'

import styles from './Facts.module.css'

export interface Fact {
  id: string
  label: string
  value: ReactNode
}

/** Names and what stands for them, one line each. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ id, label, value }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
