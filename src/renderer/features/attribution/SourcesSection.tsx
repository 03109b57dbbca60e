import { Plus } from 'lucide-react'

import { useT } from '#renderer/i18n/context.tsx'
import type { Judged } from '#renderer/inspector/useJudged.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import type { SourceUse } from '#shared/domain/attribution.ts'
import { emptySourceUse } from '#shared/domain/attribution.ts'
import { SourceCard } from './SourceCard.tsx'
import { useAttribution, useKind } from './useAttribution.ts'

/** Whom the article is credited to. The first source is there to be filled in before anything of it is recorded. */
export function SourcesSection({ judged }: { judged: Judged }) {
  const t = useT()
  const kind = useKind()
  const { attribution, set } = useAttribution()
  const { sources } = attribution
  const shown = sources.length === 0 ? [emptySourceUse] : sources
  const change = (index: number, part: Partial<SourceUse>) =>
    set({ sources: shown.map((source, at) => (at === index ? { ...source, ...part } : source)) })
  return (
    <Section title={t('attribution.sources')}>
      {shown.map((source, index) => (
        <SourceCard
          // Sources have no identity of their own, and their order never changes.
          key={index}
          {...{ source, index, judged, kind }}
          recorded={sources.length > 0}
          several={shown.length > 1}
          onChange={(part) => change(index, part)}
          onRemove={() => set({ sources: sources.filter((_, at) => at !== index) })}
        />
      ))}
      {(kind === 'compiled' || shown.length > 1) && shown.length < 20 && (
        <div>
          <Button variant="quiet" icon={Plus} onClick={() => set({ sources: [...shown, emptySourceUse] })}>
            {t('attribution.addSource')}
          </Button>
        </div>
      )}
    </Section>
  )
}
