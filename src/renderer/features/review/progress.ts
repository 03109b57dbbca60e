import type { ArticleDetail } from '#shared/contract/rows.ts'
import type { ArticleStatus } from '#shared/domain/article.ts'
import type { Stage } from '#shared/domain/newsroom.ts'
import type { VerdictStatement } from '#shared/domain/verdict.ts'

/** How far a step of an article's way has come. */
export type StepState = 'done' | 'current' | 'ahead' | 'returned' | 'rejected'

export type Step =
  | { kind: 'submit'; state: StepState }
  | { kind: 'stage'; state: StepState; stage: Stage; signsOff: boolean; verdict: VerdictStatement | null }
  | { kind: 'publish'; state: StepState }

type Walked = Pick<ArticleDetail, 'status' | 'verdicts'>

/** The article's way, step by step, as it stands for the revision that its status names. */
export function progress({ status, verdicts }: Walked, stages: readonly Stage[]): Step[] {
  const given = 'revisionId' in status ? verdictsOn(verdicts, status.revisionId) : []
  return [
    { kind: 'submit', state: status.state === 'drafting' ? 'current' : 'done' },
    ...stages.map((stage, index): Step => {
      const verdict = given.findLast(({ stageId }) => stageId === stage.id) ?? null
      const signsOff = index === stages.length - 1
      return { kind: 'stage', stage, signsOff, verdict, state: stageState(status, stage, verdict) }
    }),
    { kind: 'publish', state: publishState(status) },
  ]
}

/** What was said about earlier revisions, newest first: with the opinions that the author answered. */
export function earlierVerdicts({ status, verdicts }: Walked): VerdictStatement[] {
  const current = 'revisionId' in status ? status.revisionId : null
  return verdicts
    .map(({ statement }) => statement)
    .filter(({ revisionId }) => revisionId !== current)
    .toReversed()
}

/** The verdict that sent the article back or ended its way; null in every other state. */
export function turningVerdict({ status, verdicts }: Walked): VerdictStatement | null {
  if (status.state !== 'returned' && status.state !== 'rejected') return null
  return verdictsOn(verdicts, status.revisionId).findLast(({ verdict }) => verdict !== 'approve') ?? null
}

const verdictsOn = (verdicts: Walked['verdicts'], revision: string): VerdictStatement[] =>
  verdicts.map(({ statement }) => statement).filter(({ revisionId }) => revisionId === revision)

function stageState(status: ArticleStatus, stage: Stage, verdict: VerdictStatement | null): StepState {
  if (verdict?.verdict === 'return') return 'returned'
  if (verdict?.verdict === 'reject') return 'rejected'
  if (verdict !== null) return 'done'
  return status.state === 'inReview' && status.stageId === stage.id ? 'current' : 'ahead'
}

function publishState({ state }: ArticleStatus): StepState {
  if (state === 'published') return 'done'
  return state === 'signedOff' ? 'current' : 'ahead'
}
