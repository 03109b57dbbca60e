import { Plus } from 'lucide-react'
import { useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { placeId } from '#renderer/inspector/places.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { RadioGroup } from '#renderer/ui/RadioGroup.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import { TokensField } from '#renderer/ui/TokensField.tsx'
import type { Byline } from '#shared/domain/attribution.ts'
import { nameLimits, noPeople } from '#shared/domain/attribution.ts'
import { bylineRoles } from '#shared/document/render/credits.ts'
import type { Newsroom, Person } from '#shared/domain/newsroom.ts'
import styles from './attribution.module.css'
import { bylineGroups, maySignAsStaff } from './bylineGroups.ts'
import { EditorFields } from './EditorFields.tsx'
import { useAttribution, useKind } from './useAttribution.ts'

/** Who made it, and who answers for it. */
export function BylineSection({ newsroom, people }: { newsroom: Newsroom; people: readonly Person[] }) {
  const t = useT()
  const kind = useKind()
  const { attribution, set } = useAttribution()
  const { byline } = attribution
  const [all, setAll] = useState(false)
  /** Names come back when “staff” is taken back. */
  const [before, setBefore] = useState<Byline>(noPeople)
  const signAs = (as: Byline['kind']) => {
    if (as === byline.kind) return
    setBefore(byline)
    set({ byline: as === 'staff' ? { kind: 'staff' } : before })
  }
  const named = byline.kind === 'people' ? byline : noPeople
  const staff = byline.kind === 'staff' && maySignAsStaff(kind)
  const groups = staff ? [] : bylineGroups(kind, byline, all)
  return (
    <Section
      title={t('attribution.people')}
      aside={
        !staff &&
        groups.length < bylineRoles.length && (
          <Button variant="quiet" icon={Plus} className={styles.aside} onClick={() => setAll(true)}>
            {t('attribution.moreBylines')}
          </Button>
        )
      }
    >
      {maySignAsStaff(kind) && (
        <RadioGroup
          label={t('attribution.bylineAs')}
          inline
          value={byline.kind}
          onChange={signAs}
          options={[
            { value: 'people', label: t('attribution.bylinePeople') },
            { value: 'staff', label: t('attribution.bylineStaff', { staff: newsroom.staffByline }) },
          ]}
        />
      )}
      {groups.map((role, index) => (
        <TokensField
          key={role}
          id={index === 0 ? placeId({ at: 'field', field: 'byline' }) : undefined}
          label={t(`newsroom.${role}`)}
          placeholder={t('attribution.namesHint')}
          removeLabel={(name) => t('attribution.removeName', { name })}
          limits={{ ...nameLimits, hint: t('attribution.namesLimit', nameLimits) }}
          values={named[role]}
          onChange={(names) => set({ byline: { ...named, [role]: names } })}
        />
      ))}
      <EditorFields people={people} />
    </Section>
  )
}
