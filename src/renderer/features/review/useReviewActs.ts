import { useMutation } from '@tanstack/react-query'

import { useDraft } from '#renderer/draft/context.tsx'
import { useCore } from '#renderer/platform/context.tsx'
import { useArticle } from '#renderer/state/article.tsx'
import type { RevisionId } from '#shared/domain/ids.ts'
import type { VerdictKind } from '#shared/domain/verdict.ts'

export interface GivenVerdict {
  revisionId: RevisionId
  verdict: VerdictKind
  opinion: string
}

/** The acts on an article's way. Each is done here, offline too; what comes of it is told by `articles.changed`. */
export function useReviewActs() {
  const core = useCore()
  const session = useDraft()
  const { articleId } = useArticle()
  return {
    submit: useMutation({
      // What is handed in is what is on disk, and that has to be what is on the screen.
      mutationFn: () => session.handOver(() => core.review.submit({ articleId })),
    }),
    giveVerdict: useMutation({
      mutationFn: (given: GivenVerdict) => core.review.giveVerdict({ articleId, ...given }),
    }),
    publish: useMutation({
      mutationFn: (revisionId: RevisionId) => core.review.publish({ articleId, revisionId }),
    }),
    dismiss: useMutation({ mutationFn: () => core.review.dismiss({ articleId }) }),
  }
}
