import { Autocomplete } from '@base-ui/react/autocomplete'

import { cx } from './cx.ts'
import type { FieldProps } from './Field.tsx'
import { Field } from './Field.tsx'
import fieldStyles from './Field.module.css'
import styles from './LookupField.module.css'
import popup from './Popup.module.css'

export interface LookupItem {
  id: string
  /** What choosing it puts into the field. */
  value: string
  /** A second, fainter line. */
  detail?: string
  /** Other names that it is found by. */
  aliases?: readonly string[]
}

export interface LookupFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  items: readonly LookupItem[]
  /** Said in place of the list when nothing in it fits; without it the list stays closed then. */
  emptyText?: string
  placeholder?: string
  /** Characters; a longer paste is cut. */
  maxLength?: number
}

/** One line of text, with a list of what it might be. Anything may be typed. */
export function LookupField(props: LookupFieldProps) {
  const { label, hideLabel, hint, error, required, id, className } = props
  const { value, onChange, items, emptyText, placeholder, maxLength } = props
  return (
    <Field {...{ label, hideLabel, hint, error, required, id, className }}>
      {(control) => (
        <Autocomplete.Root
          items={items}
          value={value}
          filter={matches}
          itemToStringValue={(item: LookupItem) => item.value}
          openOnInputClick
          onValueChange={onChange}
        >
          <Autocomplete.Input
            {...control}
            className={fieldStyles.control}
            placeholder={placeholder}
            maxLength={maxLength}
          />
          <Autocomplete.Portal>
            <Autocomplete.Positioner sideOffset={4} collisionPadding={8} className={popup.positioner}>
              <Autocomplete.Popup className={cx(popup.popup, styles.popup)}>
                <Autocomplete.Empty className={styles.none}>{emptyText}</Autocomplete.Empty>
                <Autocomplete.List>
                  {(item: LookupItem) => (
                    <Autocomplete.Item key={item.id} value={item} className={styles.choice}>
                      {item.value}
                      {item.detail !== undefined && <span className={styles.detail}>{item.detail}</span>}
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        </Autocomplete.Root>
      )}
    </Field>
  )
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

const matches = ({ value, aliases = [] }: LookupItem, typed: string): boolean =>
  [value, ...aliases].some((name) => fold(name).includes(fold(typed)))
