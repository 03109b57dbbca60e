import { expect, it } from 'vitest'

import type { HistoryEntry } from '#shared/contract/history.ts'
import { RevisionId } from '#shared/domain/ids.ts'
import { timelineLines } from './lines.ts'

const revisionId = RevisionId.parse('a'.repeat(64))
const point = (seq: number, at: string, revision: RevisionId | null = null): HistoryEntry => ({
  kind: 'point',
  seq,
  reason: revision === null ? 'writing' : 'submitted',
  at,
  personId: null,
  revisionId: revision,
  text: { seq },
  origin: null,
  characters: 1,
  change: { added: 1, removed: 0 },
})
const returned: HistoryEntry = {
  kind: 'mark',
  reason: 'returned',
  at: '2026-03-06T08:00:00.000Z',
  personId: null,
  revisionId,
  text: { revisionId },
  stageId: 'first',
  opinion: '再改',
}
const dayOf = ({ at }: HistoryEntry) => at.slice(0, 10)

it('stands newest first under its days', () => {
  const lines = timelineLines(
    [point(1, '2026-03-05T08:00:00.000Z'), point(2, '2026-03-05T09:00:00.000Z', revisionId), returned],
    dayOf,
  )
  expect(lines.map(({ key }) => key)).toEqual(['day mark 2', 'mark 2', 'day point 2', 'point 2', 'point 1'])
})

it('keeps the order of the entries where a clock was wrong', () => {
  const lines = timelineLines([point(1, '2027-03-05T08:00:00.000Z'), point(2, '2026-03-05T09:00:00.000Z')], dayOf)
  expect(lines.map(({ key }) => key)).toEqual(['day point 2', 'point 2', 'day point 1', 'point 1'])
})

it('compares a verdict with the text before the one that it judged', () => {
  const lines = timelineLines(
    [point(1, '2026-03-05T08:00:00.000Z'), point(2, '2026-03-05T09:00:00.000Z', revisionId), returned],
    dayOf,
  )
  expect(lines[1]).toMatchObject({ previous: { seq: 1 } })
  expect(lines.at(-1)).toMatchObject({ previous: null })
})
