import type { ArticleDetail } from '#shared/contract/rows.ts'
import { isEditable } from '#shared/domain/article.ts'
import type { Person, Stage } from '#shared/domain/newsroom.ts'
import { may } from '#shared/domain/roles.ts'
import { refusePublication, refuseVerdict } from '#shared/domain/workflow.ts'

/** What can be known of an article here when an act on it is considered. */
export type Considered = Pick<
  ArticleDetail,
  'authorId' | 'writers' | 'status' | 'verdicts' | 'pending' | 'binned' | 'revisionId'
>

/** Why somebody has nothing to do at the moment, where it is worth saying. */
export type Reason =
  | 'ownArticle'
  | 'judgedAlready'
  | 'waitsForOthers'
  /** The revision handed in has not reached this desktop. */
  | 'notHere'
  | 'awaitsPublisher'

export interface AvailableActs {
  submit: boolean
  /** Says who else writes in the article. */
  coWriters: boolean
  /** Approve, return or reject at this stage. */
  verdict: { stage: Stage; signsOff: boolean } | null
  publish: boolean
  /** Takes back an act that the desk refused. */
  dismiss: boolean
  reason: Reason | null
}

/**
 * What `me` may do with the article now. A courtesy to people, who should not be offered what will be refused; the desk
 * decides again. While an act of one's own is under way there is nothing to do but wait.
 */
export function availableActs(article: Considered, me: Person, stages: readonly Stage[]): AvailableActs {
  const { authorId, status, pending, binned } = article
  if (pending !== null) return { ...nothing, dismiss: pending.state === 'rejected' }
  if (binned) return nothing
  const mine = authorId === me.id
  switch (status.state) {
    case 'drafting':
    case 'returned': {
      const submit = mine && isEditable(status) && may(me.roles, 'write')
      return { ...nothing, submit, coWriters: submit }
    }
    case 'inReview':
      return reviewActs(article, me, stages)
    case 'signedOff': {
      const publish = refusePublication(underReview(article), me, status.revisionId) === null
      return { ...nothing, publish, reason: publish ? null : 'awaitsPublisher' }
    }
    case 'rejected':
    case 'published':
      return nothing
  }
}

const nothing: AvailableActs = {
  submit: false,
  coWriters: false,
  verdict: null,
  publish: false,
  dismiss: false,
  reason: null,
}

const underReview = ({ authorId, writers, status, verdicts }: Considered) => ({
  authorId,
  writers,
  status,
  verdicts: verdicts.map(({ statement }) => statement),
})

function reviewActs(article: Considered, me: Person, stages: readonly Stage[]): AvailableActs {
  const { status, revisionId } = article
  if (status.state !== 'inReview') return nothing
  const refusal = refuseVerdict(underReview(article), stages, me, status)
  if (refusal?.code === 'self_review') return { ...nothing, reason: 'ownArticle' }
  if (refusal?.code === 'duplicate_verdict') return { ...nothing, reason: 'judgedAlready' }
  const stage = stages.find(({ id }) => id === status.stageId)
  if (refusal !== null || stage === undefined) return { ...nothing, reason: 'waitsForOthers' }
  if (revisionId !== status.revisionId) return { ...nothing, reason: 'notHere' }
  return { ...nothing, verdict: { stage, signsOff: stages.at(-1)?.id === stage.id } }
}
