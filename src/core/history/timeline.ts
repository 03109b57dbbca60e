import type { HistoryEntry } from '#shared/contract/history.ts'
import type { MarkReason } from '#shared/domain/history.ts'
import type { RevisionId } from '#shared/domain/ids.ts'
import type { Stage } from '#shared/domain/newsroom.ts'
import type { VerdictStatement } from '#shared/domain/verdict.ts'
import type { StoredArticle } from '../articles/rows.ts'
import type { StoredPoint } from './repository.ts'

type Mark = Extract<HistoryEntry, { kind: 'mark' }>

/**
 * Points and what happened to their revisions, in one order that no clock decides: a verdict or a receipt stands behind
 * the last point of the revision that it names. Those of revisions that this desktop never held come first.
 */
export function timeline(
  points: readonly StoredPoint[],
  { verdicts, receipts }: Pick<StoredArticle, 'verdicts' | 'receipts'>,
  stages: readonly Stage[],
): HistoryEntry[] {
  const lastSeq = new Map<RevisionId, number>()
  for (const { revisionId, seq } of points) if (revisionId !== null) lastSeq.set(revisionId, seq)
  const marksBehind = new Map<number, Mark[]>()
  const place = (revisionId: RevisionId, mark: Omit<Mark, 'kind' | 'revisionId' | 'text'>) => {
    const seq = lastSeq.get(revisionId) ?? 0
    const text = seq === 0 ? null : { revisionId }
    marksBehind.set(seq, [...(marksBehind.get(seq) ?? []), { kind: 'mark', revisionId, text, ...mark }])
  }
  for (const { statement } of verdicts) {
    const { revisionId, personId, at, stageId, opinion } = statement
    place(revisionId, { reason: reasonOf(statement, stages), personId, at, stageId, opinion })
  }
  for (const { revisionId, publishedBy, publishedAt } of receipts) {
    place(revisionId, { reason: 'published', personId: publishedBy, at: publishedAt, stageId: null, opinion: '' })
  }
  return [
    ...(marksBehind.get(0) ?? []),
    ...points.flatMap((point) => [entryOf(point), ...(marksBehind.get(point.seq) ?? [])]),
  ]
}

const entryOf = ({
  seq,
  reason,
  at,
  personId,
  revisionId,
  origin,
  characters,
  added,
  removed,
}: StoredPoint): HistoryEntry => ({
  kind: 'point',
  seq,
  reason,
  at,
  personId,
  revisionId,
  text: { seq },
  origin,
  characters,
  change: { added, removed },
})

/** The approval of the last stage is the sign-off 签发. */
function reasonOf({ verdict, stageId }: VerdictStatement, stages: readonly Stage[]): MarkReason {
  if (verdict === 'return') return 'returned'
  if (verdict === 'reject') return 'rejected'
  return stages.at(-1)?.id === stageId ? 'signedOff' : 'approved'
}
