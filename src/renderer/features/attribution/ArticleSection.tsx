import { useDraft, useDraftValue } from '#renderer/draft/context.tsx'
import type { DraftSnapshot } from '#renderer/draft/types.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { placeId } from '#renderer/inspector/places.ts'
import { Section } from '#renderer/ui/Section.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { ArticleKind } from '#shared/domain/kinds.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import styles from './attribution.module.css'
import { columnOptions } from './columnOptions.ts'
import { useKind } from './useAttribution.ts'

const columnOf = ({ fields }: DraftSnapshot): string | null => fields.columnId

/** What it is and where it belongs. Nothing that was filled in is lost when the kind changes. */
export function ArticleSection({ newsroom }: { newsroom: Newsroom }) {
  const t = useT()
  const session = useDraft()
  const kind = useKind()
  const columnId = useDraftValue(columnOf)
  const kinds = ArticleKind.options.filter((option) => option === kind || newsroom.kinds.includes(option))
  const columns = columnOptions(newsroom.columns)
  const gone = columnId !== null && !columns.some(({ value }) => value === columnId)
  return (
    <Section title={t('attribution.article')}>
      <div className={styles.narrowWide}>
        <Select
          label={t('newsroom.kind')}
          value={kind}
          onChange={(next) => session.setFields({ kind: next })}
          options={kinds.map((value) => ({ value, label: t(`newsroom.${value}`) }))}
        />
        <Select
          id={placeId({ at: 'field', field: 'column' })}
          label={t('newsroom.column')}
          required
          placeholder={t('attribution.chooseColumn')}
          value={columnId}
          onChange={(next) => session.setFields({ columnId: next })}
          options={
            gone ? [...columns, { value: columnId, label: t('attribution.columnGone', { id: columnId }) }] : columns
          }
        />
      </div>
    </Section>
  )
}
