import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useRef } from 'react'

import { cx } from './cx.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  /** Read out with the title. */
  description?: string
  closeLabel: string
  children: ReactNode
  /** The row of buttons at the foot; the act comes last. */
  actions?: ReactNode
  /** `full` gives its content the height of the window, to be filled to the edges. */
  size?: 'small' | 'large' | 'full'
  /** Gets the focus; otherwise the dialog itself, from where Tab goes to the first thing in it. */
  initialFocus?: RefObject<HTMLElement | null>
}

/** Modal: focus stays in it, Escape closes it, and focus goes back to where it came from. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  closeLabel,
  children,
  actions,
  size = 'small',
  initialFocus,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup ref={popup} className={cx(styles.popup, styles[size])} initialFocus={initialFocus ?? popup}>
          <header className={styles.header}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <Base.Close render={<IconButton icon={X} label={closeLabel} />} />
          </header>
          <div className={styles.body}>
            {description !== undefined && (
              <Base.Description className={styles.description}>{description}</Base.Description>
            )}
            {children}
          </div>
          {actions !== undefined && <footer className={styles.footer}>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
