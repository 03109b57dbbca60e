import { useCallback } from 'react'

import { useJudged } from '#renderer/inspector/useJudged.ts'
import { useArticle } from '#renderer/state/article.tsx'
import { useCommand } from '#renderer/state/commands.ts'
import { useEnrolment } from '#renderer/state/queries.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { availableActs } from './availableActs.ts'
import { useAsked } from './asked.ts'

/**
 * Carries out the commands of review, whichever tab of the inspector is shown: they open the review and go to the act's
 * own button, so that nobody hands in, signs or publishes by a slip of the hand.
 */
export function ReviewCommands() {
  const article = useArticle()
  const judged = useJudged()
  const me = useEnrolment().data?.person
  const acts = judged === null || me === undefined ? null : availableActs(article, me, judged.newsroom.stages)
  const go = useCallback(() => {
    useWorkspace.getState().inspect('review')
    useAsked.getState().ask('act')
  }, [])
  const goToOpinion = useCallback(() => {
    useWorkspace.getState().inspect('review')
    useAsked.getState().ask('opinion')
  }, [])
  const goToWriters = useCallback(() => {
    useWorkspace.getState().inspect('review')
    useAsked.getState().ask('writers')
  }, [])
  const judges = acts !== null && acts.verdict !== null
  useCommand('article.coWriters', goToWriters, acts?.coWriters === true)
  useCommand('review.submit', go, acts?.submit === true)
  useCommand('review.approve', go, judges)
  useCommand('review.return', goToOpinion, judges)
  useCommand('review.reject', goToOpinion, judges)
  useCommand('review.publish', go, acts?.publish === true)
  return null
}
