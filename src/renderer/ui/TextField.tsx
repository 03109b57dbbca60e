import type { InputHTMLAttributes, Ref } from 'react'

import type { FieldProps } from './Field.tsx'
import { Field } from './Field.tsx'
import styles from './Field.module.css'

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'onChange' | 'value'>

export interface TextFieldProps extends FieldProps, Native {
  value: string
  onChange: (value: string) => void
  ref?: Ref<HTMLInputElement>
}

/** One line of text. `list` may name a datalist. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, hint, error, required, id, className, value, onChange, ref, ...native } = props
  return (
    <Field {...{ label, hideLabel, hint, error, required, id, className }}>
      {(control) => (
        <input
          type="text"
          autoComplete="off"
          {...native}
          {...control}
          ref={ref}
          className={styles.control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
