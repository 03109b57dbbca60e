import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'

import { Kbd } from './Kbd.tsx'
import styles from './Popup.module.css'

export interface TooltipProps {
  text: string
  shortcut?: string | null
  /** The element that it explains. It keeps its own accessible name: a tooltip is for the eye. */
  children: ReactElement
}

/** Groups tooltips, so that moving along a toolbar shows the next one at once. */
export const TooltipProvider = Base.Provider

export function Tooltip({ text, shortcut = null, children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} collisionPadding={6} className={styles.positioner}>
          <Base.Popup className={styles.tooltip}>
            {text}
            {shortcut !== null && <Kbd keys={shortcut} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
