import { useId } from 'react'

import { cx } from './cx.ts'
import styles from './Field.module.css'

export interface RadioOption<T extends string> {
  value: T
  label: string
  hint?: string
  disabled?: boolean
}

export interface RadioGroupProps<T extends string> {
  label: string
  /** Null: nobody has chosen yet. */
  value: T | null
  onChange: (value: T) => void
  options: readonly RadioOption<T>[]
  error?: string | undefined
  disabled?: boolean | undefined
  /** Side by side, where the labels are short. */
  inline?: boolean
  /** Of the group; its first choice takes the focus. */
  id?: string | undefined
}

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, value, onChange, options, error, disabled, inline = false, id } = props
  const own = useId()
  const name = id ?? own
  const errorId = `${name}-error`
  return (
    <fieldset id={name} disabled={disabled} aria-describedby={error === undefined ? undefined : errorId}>
      <legend className={styles.legend}>{label}</legend>
      <div className={cx(styles.choices, inline && styles.inline)}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className={cx(styles.hint, styles.field)}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
