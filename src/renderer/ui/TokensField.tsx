import { X } from 'lucide-react'
import type { ClipboardEvent, KeyboardEvent, Ref } from 'react'
import { useState } from 'react'

import { cx } from './cx.ts'
import type { FieldProps } from './Field.tsx'
import { Field } from './Field.tsx'
import styles from './Field.module.css'
import type { TokenLimits } from './tokens.ts'
import { addTokens, joinsTokens, splitTokens } from './tokens.ts'

export interface TokensFieldProps extends FieldProps {
  values: readonly string[]
  onChange: (values: string[]) => void
  /** Says what the button on a name does: 「删除张三」, "Remove Ann". */
  removeLabel: (value: string) => string
  placeholder?: string
  /** What goes beyond them stays in the field, with `hint` as its error. */
  limits?: TokenLimits & { hint: string }
  disabled?: boolean | undefined
  ref?: Ref<HTMLInputElement>
}

/** A list of names. Enter or a separator (、，,；;) ends one; Backspace in an empty field takes the last one back. */
export function TokensField(props: TokensFieldProps) {
  const { label, hideLabel, hint, error, required, id, className } = props
  const { values, onChange, removeLabel, placeholder, limits, disabled, ref } = props
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState(false)

  const add = (text: string) => {
    const next = addTokens(values, text, limits ?? {})
    if (next.values.length > values.length) onChange(next.values)
    setTyped(next.rest)
    setRefused(next.rest !== '')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Backspace' && typed === '' && values.length > 0) {
      event.preventDefault()
      setTyped(values.at(-1) ?? '')
      onChange(values.slice(0, -1))
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    if (splitTokens(text).length < 2) return
    event.preventDefault()
    add(typed + text)
  }

  return (
    <Field {...{ label, hideLabel, hint, required, id, className }} error={refused ? limits?.hint : error}>
      {(control) => (
        <div className={cx(styles.control, styles.tokens)} aria-invalid={control['aria-invalid']}>
          {values.map((value) => (
            <span key={value} className={styles.token}>
              {value}
              {disabled !== true && (
                <button
                  type="button"
                  className={styles.tokenRemove}
                  aria-label={removeLabel(value)}
                  onClick={() => onChange(values.filter((other) => other !== value))}
                >
                  <X size={12} aria-hidden />
                </button>
              )}
            </span>
          ))}
          <input
            {...control}
            ref={ref}
            className={styles.tokenInput}
            value={typed}
            disabled={disabled}
            autoComplete="off"
            placeholder={values.length === 0 ? placeholder : undefined}
            onChange={(event) => {
              // While a character is being composed, a separator is still the input method's.
              const composing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing
              if (!composing && joinsTokens(event.target.value)) add(event.target.value)
              else setTyped(event.target.value)
              if (event.target.value === '') setRefused(false)
            }}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => add(typed)}
          />
        </div>
      )}
    </Field>
  )
}
