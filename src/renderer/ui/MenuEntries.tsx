import { Menu } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'

import { Kbd } from './Kbd.tsx'
import styles from './Popup.module.css'

export type MenuEntry =
  | {
      type: 'item'
      id: string
      label: string
      /** A second, fainter line. */
      detail?: string
      icon?: LucideIcon
      shortcut?: string | null
      disabled?: boolean
      onSelect: () => void
    }
  | { type: 'separator'; id: string }
  | { type: 'heading'; id: string; label: string }

/** The lines of a menu, of whatever kind. */
export function MenuEntries({ entries }: { entries: readonly MenuEntry[] }) {
  return entries.map((entry) => {
    if (entry.type === 'separator') return <Menu.Separator key={entry.id} className={styles.separator} />
    if (entry.type === 'heading') {
      return (
        <div key={entry.id} role="presentation" className={styles.heading}>
          {entry.label}
        </div>
      )
    }
    const { id, label, detail, icon: Icon, shortcut = null, disabled = false, onSelect } = entry
    return (
      <Menu.Item key={id} className={styles.item} label={label} disabled={disabled} onClick={onSelect}>
        <span>{Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}</span>
        <span>
          {label}
          {detail !== undefined && <span className={styles.detail}>{detail}</span>}
        </span>
        {shortcut !== null && <Kbd keys={shortcut} />}
      </Menu.Item>
    )
  })
}
