import { useMemo } from 'react'

import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { placeId } from '#renderer/inspector/places.ts'
import { LookupField } from '#renderer/ui/LookupField.tsx'
import { longestLine } from '#shared/domain/attribution.ts'
import type { Person } from '#shared/domain/newsroom.ts'
import styles from './attribution.module.css'
import { useAttribution } from './useAttribution.ts'

/** Real names, printed under the article. */
export function EditorFields({ people }: { people: readonly Person[] }) {
  const t = useT()
  const format = useFormat()
  const { attribution, set } = useAttribution()
  const items = useMemo(
    () => people.map(({ id, name }) => ({ id, value: name })).toSorted((a, b) => format.compare(a.value, b.value)),
    [people, format],
  )
  return (
    <div className={styles.halves}>
      {(['editor', 'responsibleEditor'] as const).map((field) => (
        <LookupField
          key={field}
          id={placeId({ at: 'field', field })}
          label={t(`newsroom.${field}`)}
          required
          maxLength={longestLine}
          placeholder={t('attribution.realName')}
          items={items}
          value={attribution[field]}
          onChange={(name) => set({ [field]: name })}
        />
      ))}
    </div>
  )
}
