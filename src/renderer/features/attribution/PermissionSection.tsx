import { ListChecks } from 'lucide-react'

import { useT } from '#renderer/i18n/context.tsx'
import { gapAt, placeId } from '#renderer/inspector/places.ts'
import type { Judged } from '#renderer/inspector/useJudged.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { RadioGroup } from '#renderer/ui/RadioGroup.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import type { Attribution, PermissionBasis } from '#shared/domain/attribution.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import { gapText } from '#shared/messages/gapText.ts'
import styles from './attribution.module.css'
import { permissionChoices, withBasis } from './permissionChoices.ts'
import { useAttribution, useKind } from './useAttribution.ts'

/** By what right work of others appears, and where the proof lies. */
export function PermissionSection({ judged }: { judged: Judged }) {
  const t = useT()
  const kind = useKind()
  const { attribution, set } = useAttribution()
  const { bases, chosen } = permissionChoices(kind, attribution.permission)
  const gap = gapAt(judged.gaps, { at: 'field', field: 'permission' })
  const registered = chosen === 'listedSource' ? registryEvidence(attribution) : null
  const evidence = attribution.permission?.evidence ?? ''
  return (
    <Section title={t('attribution.permission')}>
      <RadioGroup
        id={placeId({ at: 'field', field: 'permission' })}
        label={t('attribution.basis')}
        inline
        value={chosen}
        onChange={(basis) => set({ permission: withBasis(attribution.permission, basis) })}
        error={gap?.problem === 'notAllowed' ? gapText(gap, t) : undefined}
        options={bases.map((value) => ({ value, label: t(`attribution.${value}`) }))}
      />
      {chosen !== null && (
        <div className={styles.stackTight}>
          <TextArea
            id={placeId({ at: 'field', field: 'permissionEvidence' })}
            label={t('attribution.evidence')}
            required
            rows={1}
            maxLength={2000}
            placeholder={t(evidenceHint[chosen])}
            value={evidence}
            onChange={(text) => set({ permission: { basis: chosen, evidence: text } })}
          />
          {registered !== null && evidence.trim() === '' && (
            <div className={styles.buttons}>
              <Button
                variant="quiet"
                icon={ListChecks}
                onClick={() =>
                  set({
                    permission: { basis: chosen, evidence: t('attribution.registryEvidence', registered) },
                  })
                }
              >
                {t('attribution.fromRegistry')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Section>
  )
}

const evidenceHint: Record<PermissionBasis, MessageKey> = {
  own: 'attribution.own',
  licence: 'attribution.evidenceLicence',
  listedSource: 'attribution.evidenceListedSource',
  openLicence: 'attribution.evidenceOpenLicence',
  legalBasis: 'attribution.evidenceLegalBasis',
  contract: 'attribution.evidenceContract',
}

/** The source's name and the edition of the list that it was found on; null for one that is not registered. */
function registryEvidence({ sources }: Attribution): { source: string; edition: string } | null {
  const source = sources.find(({ registryEdition }) => registryEdition !== null)
  return source?.registryEdition == null ? null : { source: source.name, edition: source.registryEdition }
}
