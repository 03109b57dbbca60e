import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

import styles from './Popup.module.css'

export interface PopoverProps {
  trigger: ReactElement
  /** Its accessible name. */
  label: string
  children: ReactNode
  side?: 'top' | 'bottom'
  align?: 'start' | 'end'
}

/** A small panel beside its button. It does not block what is around it. */
export function Popover({ trigger, label, children, side = 'bottom', align = 'start' }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          // One that is long scrolls: beside its button it would lie over what it speaks of.
          collisionAvoidance={{ fallbackAxisSide: 'none' }}
          className={styles.positioner}
        >
          <Base.Popup className={styles.popover} aria-label={label}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
