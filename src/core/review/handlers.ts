import type { CoreHandlers } from '#shared/contract/core.ts'
import type { Review } from './service.ts'

export const reviewHandlers = (review: Review): CoreHandlers['review'] => ({
  submit: ({ articleId }) => ({ revisionId: review.submit(articleId) }),
  async giveVerdict({ articleId, revisionId, verdict, opinion }) {
    await review.giveVerdict(articleId, revisionId, verdict, opinion)
    return {}
  },
  publish({ articleId, revisionId }) {
    review.publish(articleId, revisionId)
    return {}
  },
  dismiss({ articleId }) {
    review.dismiss(articleId)
    return {}
  },
})
