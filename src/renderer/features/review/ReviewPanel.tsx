import { CircleCheck } from 'lucide-react'

import { useT } from '#renderer/i18n/context.tsx'
import { AttributionSummary } from '#renderer/inspector/AttributionSummary.tsx'
import { GapList } from '#renderer/inspector/GapList.tsx'
import { NoNewsroom } from '#renderer/inspector/NoNewsroom.tsx'
import type { Judged } from '#renderer/inspector/useJudged.ts'
import { useJudged } from '#renderer/inspector/useJudged.ts'
import { useArticle } from '#renderer/state/article.tsx'
import { useEnrolment } from '#renderer/state/queries.ts'
import { Section } from '#renderer/ui/Section.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { Person } from '#shared/domain/newsroom.ts'
import { Acts } from './Acts.tsx'
import { availableActs } from './availableActs.ts'
import { LeftBehindNote } from './LeftBehindNote.tsx'
import { OpinionList } from './OpinionList.tsx'
import { PendingNote } from './PendingNote.tsx'
import { Way } from './Way.tsx'
import { earlierVerdicts, turningVerdict } from './progress.ts'
import { Receipts } from './Receipts.tsx'
import styles from './review.module.css'
import { SinceJudged } from './SinceJudged.tsx'
import { TurnedBack } from './TurnedBack.tsx'
import { VersionNote } from './VersionNote.tsx'
import { WritersSection } from './WritersSection.tsx'

/** 审稿: where the opened article stands, and what the person at this desktop may do about it. */
export function ReviewPanel() {
  const judged = useJudged()
  const me = useEnrolment().data?.person
  if (judged === null || me === undefined) return <NoNewsroom />
  return <Review judged={judged} me={me} />
}

function Review({ judged, me }: { judged: Judged; me: Person }) {
  const t = useT()
  const article = useArticle()
  const { newsroom, people, content, gaps } = judged
  const { status, pending, receipts } = article
  const acts = availableActs(article, me, newsroom.stages)
  const turned = turningVerdict(article)
  const earlier = earlierVerdicts(article)
  const reviewing = status.state === 'inReview' && article.authorId !== me.id
  const writing = status.state === 'drafting' || status.state === 'returned'
  return (
    <div className={styles.panel}>
      {pending !== null && <PendingNote pending={pending} />}
      {article.leftBehind && <LeftBehindNote />}
      {turned !== null && <TurnedBack verdict={turned} {...{ newsroom, people }} />}
      <Receipts receipts={receipts} people={people} />
      <Section title={t('review.way')} aside={'revisionId' in status && <VersionNote revisionId={status.revisionId} />}>
        <Way mine={acts.verdict !== null} {...{ article, newsroom, people }} />
        {reviewing && <SinceJudged me={me.id} />}
      </Section>
      <WritersSection people={people} decides={acts.coWriters} />
      {(reviewing || (writing && gaps.length > 0)) && (
        <Section
          title={t('review.summary')}
          aside={gaps.length === 0 && <StatusMark icon={CircleCheck}>{t('attribution.allThere')}</StatusMark>}
        >
          {gaps.length > 0 && <GapList judged={judged} editable={acts.submit} />}
          {reviewing && <AttributionSummary content={content} newsroom={newsroom} />}
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title={t('review.earlier')}>
          <OpinionList verdicts={earlier} {...{ newsroom, people }} />
        </Section>
      )}
      <Acts {...{ acts, judged, status }} />
    </div>
  )
}
