import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'

import { cx } from './cx.ts'
import type { FieldProps } from './Field.tsx'
import { Field } from './Field.tsx'
import styles from './Field.module.css'

export interface SelectOption<T extends string> {
  value: T
  label: string
  disabled?: boolean
}

export interface SelectProps<T extends string> extends FieldProps {
  /** Null shows the placeholder: nobody has chosen yet. */
  value: T | null
  onChange: (value: T) => void
  options: readonly SelectOption<T>[]
  placeholder?: string
  disabled?: boolean | undefined
  ref?: Ref<HTMLSelectElement>
}

/** The system's own list: it knows every keyboard and every screen reader. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel, hint, error, required, id, className } = props
  const { value, onChange, options, placeholder = '', disabled, ref } = props
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option !== undefined) onChange(option.value)
  }
  return (
    <Field {...{ label, hideLabel, hint, error, required, id, className }}>
      {(control) => (
        <span className={styles.selectWrap}>
          <select
            {...control}
            ref={ref}
            disabled={disabled}
            className={cx(styles.control, styles.select)}
            value={value ?? ''}
            onChange={(event) => choose(event.target.value)}
          >
            {value === null && (
              <option value="" disabled hidden>
                {placeholder}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown size={14} aria-hidden />
        </span>
      )}
    </Field>
  )
}
