import { GalleyError } from '../rpc/errors.ts'
import type { ArticleStatus } from './article.ts'
import type { PersonId, RevisionId } from './ids.ts'
import type { Person, Stage } from './newsroom.ts'
import { may } from './roles.ts'
import type { VerdictStatement } from './verdict.ts'

/** What has to be known about an article to judge an act on it. */
export interface UnderReview {
  authorId: PersonId
  /** Everyone besides the author who has written in it, or may. */
  writers: readonly PersonId[]
  status: ArticleStatus
  /** Every verdict given on the article so far. */
  verdicts: readonly VerdictStatement[]
}

/** The article after its author handed `revisionId` to review. Throws `wrong_state`. */
export function submit(article: UnderReview, stages: readonly Stage[], revisionId: RevisionId): ArticleStatus {
  const { state } = article.status
  if (state !== 'drafting' && state !== 'returned') throw new GalleyError('wrong_state', { state })
  const [first] = stages
  if (first === undefined) throw new TypeError('a newsroom has at least one stage')
  return { state: 'inReview', revisionId, stageId: first.id }
}

/** The article after `verdict` by `reviewer`. Throws what `refuseVerdict` says. */
export function decide(
  article: UnderReview,
  stages: readonly Stage[],
  reviewer: Person,
  verdict: VerdictStatement,
): ArticleStatus {
  const refusal = refuseVerdict(article, stages, reviewer, verdict)
  if (refusal !== null) throw refusal
  const { revisionId } = verdict
  if (verdict.verdict === 'return') return { state: 'returned', revisionId }
  if (verdict.verdict === 'reject') return { state: 'rejected', revisionId }
  const next = stages[stages.findIndex(({ id }) => id === verdict.stageId) + 1]
  return next === undefined ? { state: 'signedOff', revisionId } : { state: 'inReview', revisionId, stageId: next.id }
}

/** Why `reviewer` may not give this verdict, or null. The desktop asks as a courtesy; the server decides. */
export function refuseVerdict(
  { authorId, writers, status, verdicts }: UnderReview,
  stages: readonly Stage[],
  reviewer: Person,
  verdict: Pick<VerdictStatement, 'revisionId' | 'stageId'>,
): GalleyError | null {
  if (status.state !== 'inReview') return new GalleyError('wrong_state', { state: status.state })
  if (status.revisionId !== verdict.revisionId) return new GalleyError('stale_revision', { head: status.revisionId })
  if (status.stageId !== verdict.stageId) return new GalleyError('wrong_stage', { stage: status.stageId })
  const stage = stages.find(({ id }) => id === verdict.stageId)
  if (stage === undefined) return new GalleyError('wrong_stage', { stage: verdict.stageId })
  if (reviewer.id === authorId || writers.includes(reviewer.id)) return new GalleyError('self_review')
  if (!stage.roles.some((role) => reviewer.roles.includes(role))) {
    return new GalleyError('forbidden', { needs: stage.roles.join(', ') })
  }
  if (verdicts.some((given) => given.revisionId === verdict.revisionId && given.personId === reviewer.id)) {
    return new GalleyError('duplicate_verdict')
  }
  return null
}

/** Why `person` may not publish `revisionId` now, or null. */
export function refusePublication({ status }: UnderReview, person: Person, revisionId: RevisionId): GalleyError | null {
  if (!may(person.roles, 'publish')) return new GalleyError('forbidden', { needs: 'publish' })
  if (status.state === 'drafting') return new GalleyError('not_signed_off')
  if (status.revisionId !== revisionId) return new GalleyError('stale_revision', { head: status.revisionId })
  return status.state === 'signedOff' ? null : new GalleyError('not_signed_off', { state: status.state })
}

/** The reviewer has something to do here: it stands at a stage of theirs, is not theirs, and they have not judged it yet. */
export function awaits(article: UnderReview, stages: readonly Stage[], reviewer: Person): boolean {
  const { status } = article
  return status.state === 'inReview' && refuseVerdict(article, stages, reviewer, status) === null
}
