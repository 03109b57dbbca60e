import { useT } from '#renderer/i18n/context.tsx'
import { aiUseLabel } from '#renderer/inspector/attributionFacts.ts'
import { placeId } from '#renderer/inspector/places.ts'
import { RadioGroup } from '#renderer/ui/RadioGroup.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import { AiUse } from '#shared/domain/attribution.ts'
import styles from './attribution.module.css'
import { useAttribution } from './useAttribution.ts'

/** Whether AI was used. It has to be said either way, and what readers will see of it is shown. */
export function LabelsSection() {
  const t = useT()
  const { attribution, set } = useAttribution()
  const { aiUse } = attribution
  return (
    <Section title={t('attribution.labels')}>
      <div className={styles.stackTight}>
        <RadioGroup
          id={placeId({ at: 'field', field: 'aiUse' })}
          label={t('newsroom.aiUse')}
          inline
          value={aiUse}
          onChange={(next) => set({ aiUse: next })}
          options={AiUse.options.map((value) => ({ value, label: t(aiUseLabel[value]) }))}
        />
        {aiUse !== null && (
          <p className={styles.faint}>
            {aiUse === 'none'
              ? t('attribution.aiNothingPrinted')
              : t('attribution.aiPrinted', {
                  label: t(aiUse === 'generated' ? 'newsroom.aiGenerated' : 'newsroom.aiAssisted'),
                })}
          </p>
        )}
      </div>
    </Section>
  )
}
