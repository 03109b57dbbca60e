import { useT } from '#renderer/i18n/context.tsx'
import type { Judged } from '#renderer/inspector/useJudged.ts'
import type { ArticleStatus } from '#shared/domain/article.ts'
import { openClashes } from '#shared/document/clash.ts'
import { isComplete } from '#shared/domain/attributionRules.ts'
import type { AvailableActs } from './availableActs.ts'
import { PublishBar } from './PublishBar.tsx'
import styles from './review.module.css'
import { roleNames } from './roleNames.ts'
import { SubmitBar } from './SubmitBar.tsx'
import { VerdictBar } from './VerdictBar.tsx'

interface ActsProps {
  acts: AvailableActs
  judged: Judged
  status: ArticleStatus
}

/** What can be done now, or in a sentence why nothing can. */
export function Acts({ acts, judged, status }: ActsProps) {
  const t = useT()
  const { newsroom, gaps, content } = judged
  if (acts.submit) {
    const missing = gaps.filter(({ hard }) => hard).length
    return (
      <SubmitBar
        clashes={openClashes(content).length}
        missing={missing}
        again={status.state === 'returned'}
        firstStage={newsroom.stages[0]}
      />
    )
  }
  if (acts.verdict !== null && status.state === 'inReview') {
    return (
      <VerdictBar
        key={status.revisionId}
        revisionId={status.revisionId}
        headline={content.fields.headline}
        signsOff={acts.verdict.signsOff}
        incomplete={!isComplete(gaps)}
      />
    )
  }
  if (acts.publish && status.state === 'signedOff') return <PublishBar revisionId={status.revisionId} />
  if (acts.reason === null) return null
  const stage = status.state === 'inReview' ? newsroom.stages.find(({ id }) => id === status.stageId) : undefined
  return (
    <div className={styles.acts}>
      <p className={styles.soft}>
        {acts.reason === 'waitsForOthers'
          ? t('review.waitsForOthers', { roles: roleNames(stage?.roles ?? [], t) })
          : t(`review.${acts.reason}`)}
      </p>
    </div>
  )
}
