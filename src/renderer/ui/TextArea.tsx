import type { Ref, TextareaHTMLAttributes } from 'react'

import { cx } from './cx.ts'
import type { FieldProps } from './Field.tsx'
import { Field } from './Field.tsx'
import styles from './Field.module.css'

type Native = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps | 'onChange' | 'value'>

export interface TextAreaProps extends FieldProps, Native {
  value: string
  onChange: (value: string) => void
  ref?: Ref<HTMLTextAreaElement>
}

/** Text of several lines; grows with what is in it. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, hint, error, required, id, className, value, onChange, ref, ...native } = props
  return (
    <Field {...{ label, hideLabel, hint, error, required, id, className }}>
      {(control) => (
        <textarea
          rows={3}
          {...native}
          {...control}
          ref={ref}
          className={cx(styles.control, styles.area)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
