import type { ReactNode } from 'react'
import { useId } from 'react'

import { cx } from './cx.ts'
import styles from './Field.module.css'

/** What every field has around its control. */
export interface FieldProps {
  label: string
  /** The label is read out but not shown: only where the place says what it is. */
  hideLabel?: boolean | undefined
  /** How to fill it in. */
  hint?: string | undefined
  /** What is wrong with it, and how to mend it. */
  error?: string | undefined
  required?: boolean | undefined
  /** Of the control. */
  id?: string | undefined
  className?: string | undefined
}

interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
  'aria-required': boolean | undefined
}

/** Label, control, hint and error, tied together for assistive technology. */
export function Field({
  label,
  hideLabel = false,
  hint,
  error,
  required = false,
  id,
  className,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const own = useId()
  const controlId = id ?? own
  const hintId = `${controlId}-hint`
  const errorId = `${controlId}-error`
  const described = [error !== undefined && errorId, hint !== undefined && hintId].filter(Boolean).join(' ')
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={controlId} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {children({
        id: controlId,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-required': required ? true : undefined,
      })}
      {error !== undefined && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
