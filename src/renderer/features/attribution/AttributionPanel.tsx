import { useEffect } from 'react'

import { useDraft, useDraftValue } from '#renderer/draft/context.tsx'
import type { DraftSnapshot } from '#renderer/draft/types.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { AttributionSummary } from '#renderer/inspector/AttributionSummary.tsx'
import { GapList } from '#renderer/inspector/GapList.tsx'
import { NoNewsroom } from '#renderer/inspector/NoNewsroom.tsx'
import { focusPlace, useWanted } from '#renderer/inspector/places.ts'
import { PrintedPreview } from '#renderer/inspector/PrintedPreview.tsx'
import type { Judged } from '#renderer/inspector/useJudged.ts'
import { useJudged } from '#renderer/inspector/useJudged.ts'
import { Section } from '#renderer/ui/Section.tsx'
import { ArticleSection } from './ArticleSection.tsx'
import styles from './attribution.module.css'
import { BylineSection } from './BylineSection.tsx'
import { ChangesSection } from './ChangesSection.tsx'
import { LabelsSection } from './LabelsSection.tsx'
import { PermissionSection } from './PermissionSection.tsx'
import { PicturesSection } from './PicturesSection.tsx'
import { SourcesSection } from './SourcesSection.tsx'
import { useKind } from './useAttribution.ts'

const editableOf = ({ editable }: DraftSnapshot): boolean => editable

/** 署名与来源: everything that says whose work the opened article is, and by what right it appears. */
export function AttributionPanel() {
  const t = useT()
  const { articleId } = useDraft()
  const judged = useJudged()
  const editable = useDraftValue(editableOf)
  if (judged === null) return <NoNewsroom />
  const { content, newsroom } = judged
  return (
    <div key={articleId}>
      <div className={styles.top}>
        <GapList judged={judged} editable={editable} />
      </div>
      {editable ? (
        <Fields judged={judged} />
      ) : (
        <Section title={t('review.summary')}>
          <AttributionSummary content={content} newsroom={newsroom} />
        </Section>
      )}
      <Section title={t('attribution.preview')}>
        <PrintedPreview content={content} newsroom={newsroom} />
      </Section>
    </div>
  )
}

/** Only what the kind needs; what another kind had filled in stays in the record. */
function Fields({ judged }: { judged: Judged }) {
  const kind = useKind()
  const { newsroom, people, content } = judged
  useWantedFocus()
  return (
    <>
      <ArticleSection newsroom={newsroom} />
      {kind !== 'original' && <SourcesSection judged={judged} />}
      {kind === 'reprint' && <ChangesSection content={content} />}
      <BylineSection newsroom={newsroom} people={people} />
      {kind !== 'original' && <PermissionSection judged={judged} />}
      <LabelsSection />
      <PicturesSection judged={judged} />
    </>
  )
}

/** Goes to the field that a person was sent to, also when this panel had to be opened for it. */
function useWantedFocus(): void {
  const place = useWanted((wanted) => wanted.place)
  useEffect(() => {
    if (place === null) return
    focusPlace(place)
    useWanted.getState().want(null)
  }, [place])
}
