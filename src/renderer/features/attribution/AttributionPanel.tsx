import { useDraftSnapshot } from '#renderer/draft/context.tsx'
import { useT } from '#renderer/i18n/context.tsx'
import { GapList } from '#renderer/inspector/GapList.tsx'
import { PrintedPreview } from '#renderer/inspector/PrintedPreview.tsx'
import { useJudged } from '#renderer/inspector/useJudged.ts'
import { Section } from '#renderer/ui/Section.tsx'

/** 署名与来源: everything that says whose work the opened article is, and by what right it appears. */
export function AttributionPanel() {
  const t = useT()
  const judged = useJudged()
  const { editable } = useDraftSnapshot()
  if (judged === null) return null
  return (
    <>
      <GapList judged={judged} editable={editable} />
      <Section title={t('attribution.preview')}>
        <PrintedPreview content={judged.content} newsroom={judged.newsroom} />
      </Section>
    </>
  )
}
