import { CircleCheck, CircleHelp } from 'lucide-react'
import { useMemo } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { gapAt, placeId } from '#renderer/inspector/places.ts'
import type { Judged } from '#renderer/inspector/useJudged.ts'
import { LookupField } from '#renderer/ui/LookupField.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { SourceUse } from '#shared/domain/attribution.ts'
import { longestLine } from '#shared/domain/attribution.ts'
import { findSource } from '#shared/domain/sourceRegistry.ts'
import { gapText } from '#shared/messages/gapText.ts'
import styles from './attribution.module.css'

interface SourceNameFieldProps {
  source: SourceUse
  index: number
  judged: Judged
  recorded: boolean
  onChange: (part: Partial<SourceUse>) => void
}

/** Finds the source in the registry by name or alias. What is typed freely is kept, and marked as not on the list. */
export function SourceNameField({ source, index, judged, recorded, onChange }: SourceNameFieldProps) {
  const t = useT()
  const { sources, registryEdition } = judged.newsroom
  const items = useMemo(
    () =>
      sources.map(({ id, name, aliases, listed }) => ({
        id,
        value: name,
        aliases,
        detail: [t(listed ? 'attribution.listed' : 'attribution.registered'), ...aliases].join(' · '),
      })),
    [sources, t],
  )
  const gap = gapAt(judged.gaps, { at: 'source', index, field: 'name' })
  const setName = (name: string) => {
    const found = findSource(sources, name)
    onChange({ name, sourceId: found?.id ?? null, registryEdition: found === null ? null : registryEdition })
  }
  return (
    <div className={styles.stackTight}>
      <LookupField
        id={placeId(recorded ? { at: 'source', index, field: 'name' } : { at: 'field', field: 'sources' })}
        label={t('attribution.organisation')}
        required
        maxLength={longestLine}
        placeholder={t('attribution.sourceHint')}
        emptyText={t('attribution.noSourceMatches')}
        error={gap === undefined || gap.problem === 'missing' ? undefined : gapText(gap, t)}
        value={source.name}
        onChange={setName}
        items={items}
      />
      {source.name.trim() !== '' && <Standing source={source} judged={judged} />}
    </div>
  )
}

/** What the registry says of the source, and on which edition that stands. */
function Standing({ source, judged }: { source: SourceUse; judged: Judged }) {
  const t = useT()
  const registered = findSource(judged.newsroom.sources, source.name)
  if (registered === null) {
    return (
      <p className={styles.standing}>
        <StatusMark icon={CircleHelp} tone="caution">
          {t('attribution.unlisted')}
        </StatusMark>
      </p>
    )
  }
  const edition = source.registryEdition ?? judged.newsroom.registryEdition
  return (
    <p className={styles.standing}>
      <StatusMark icon={CircleCheck}>
        {t(registered.listed ? 'attribution.listed' : 'attribution.registered')}
      </StatusMark>
      {edition !== '' && <span>{t('attribution.checkedAgainst', { edition })}</span>}
      {registered.licenceTerms !== '' && (
        <span>{t('attribution.licenceTerms', { terms: registered.licenceTerms })}</span>
      )}
    </p>
  )
}
