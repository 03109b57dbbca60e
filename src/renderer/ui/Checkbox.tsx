import type { Ref } from 'react'
import { useId } from 'react'

import styles from './Field.module.css'

export interface CheckboxProps {
  label: string
  hint?: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean | undefined
  ref?: Ref<HTMLInputElement>
}

export function Checkbox({ label, hint, checked, onChange, disabled, ref }: CheckboxProps) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className={styles.field}>
      <label className={styles.choice} htmlFor={id}>
        <input
          id={id}
          ref={ref}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint === undefined ? undefined : hintId}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
