import { ChevronDown, FilterX } from 'lucide-react'
import { useId } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { isNarrowed, useSearching } from './searching.ts'
import type { FilterChoice } from './useFilterChoices.ts'
import { useFilterChoices } from './useFilterChoices.ts'
import styles from './search.module.css'

/** What has to be true besides the words: one chip for each, filled where it narrows. */
export function Filters() {
  const t = useT()
  const { filters, narrow, clear, text, ask } = useSearching()
  const choices = useFilterChoices(filters, narrow)
  return (
    <fieldset className={styles.filters} aria-label={t('search.filters')}>
      {choices.map((choice) => (
        <Chip key={choice.name} choice={choice} />
      ))}
      {isNarrowed(filters) && (
        <IconButton
          icon={FilterX}
          label={t('search.clearFilters')}
          onClick={() => {
            clear()
            ask(text)
          }}
        />
      )}
    </fieldset>
  )
}

function Chip({ choice: { name, label, value, options, choose } }: { choice: FilterChoice }) {
  const t = useT()
  const id = useId()
  const chosen = value !== ''
  return (
    <label htmlFor={id} className={styles.chip} data-chosen={chosen || undefined} data-filter={name}>
      <span aria-hidden>{options.find((option) => option.value === value)?.label ?? t(label)}</span>
      <ChevronDown size={12} strokeWidth={2} aria-hidden />
      <select
        id={id}
        aria-label={t(label)}
        className={styles.select}
        value={value}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{t(label)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
