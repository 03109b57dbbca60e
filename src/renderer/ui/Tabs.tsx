import { Tabs as Base } from '@base-ui/react/tabs'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

import styles from './Tabs.module.css'

export interface TabItem<T extends string> {
  id: T
  label: string
  icon?: LucideIcon
  /** A count or a mark behind the label. */
  badge?: ReactNode
  content: ReactNode
}

export interface TabsProps<T extends string> {
  value: T
  onChange: (value: T) => void
  items: readonly TabItem<T>[]
  /** What the tabs are for: the name of the list. */
  label: string
}

/** Arrow keys move along the tabs; the panel that is shown keeps its own scroll position. */
export function Tabs<T extends string>({ value, onChange, items, label }: TabsProps<T>) {
  return (
    <Base.Root value={value} onValueChange={(next: T) => onChange(next)} className={styles.root}>
      <div className={styles.bar}>
        <Base.List className={styles.list} aria-label={label}>
          {items.map(({ id, label: name, icon: Icon, badge }) => (
            <Base.Tab key={id} value={id} className={styles.tab}>
              {Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}
              {name}
              {badge}
            </Base.Tab>
          ))}
        </Base.List>
      </div>
      {items.map(({ id, content }) => (
        <Base.Panel key={id} value={id} className={styles.panel}>
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
