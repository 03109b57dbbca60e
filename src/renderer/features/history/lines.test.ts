import { expect, it } from 'vitest'

import type { HistoryEntry } from '#shared/contract/history.ts'
import { RevisionId } from '#shared/domain/ids.ts'
import type { TimelineLine } from './lines.ts'
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
const shape = ({ entry, startsDay }: TimelineLine) =>
  `${startsDay ? 'day, ' : ''}${entry.kind === 'point' ? `point ${String(entry.seq)}` : entry.reason}`

it('stands newest first under its days', () => {
  const lines = timelineLines(
    [point(1, '2026-03-05T08:00:00.000Z'), point(2, '2026-03-05T09:00:00.000Z', revisionId), returned],
    dayOf,
  )
  expect(lines.map(shape)).toEqual(['day, returned', 'day, point 2', 'point 1'])
})

it('keeps the order of the entries where a clock was wrong', () => {
  const lines = timelineLines([point(1, '2027-03-05T08:00:00.000Z'), point(2, '2026-03-05T09:00:00.000Z')], dayOf)
  expect(lines.map(shape)).toEqual(['day, point 2', 'day, point 1'])
})

it('knows an entry by the same key when others come before it or between', () => {
  const [first, second] = [point(1, '2026-03-05T08:00:00.000Z'), point(2, '2026-03-05T09:00:00.000Z', revisionId)]
  const published: HistoryEntry = { ...returned, reason: 'published', at: '2026-03-07T08:00:00.000Z', opinion: '' }
  const keysOf = (entries: HistoryEntry[]) =>
    new Map(timelineLines(entries, dayOf).map((line) => [line.entry, line.key]))
  const before = keysOf([first, second, published])
  const after = keysOf([first, point(7, '2026-03-05T08:30:00.000Z'), second, returned, published])
  expect(after).toEqual(new Map([...after, ...before]))
  expect(new Set(after.values()).size).toBe(5)
})

it('compares a verdict with the text before the one that it judged', () => {
  const lines = timelineLines(
    [point(1, '2026-03-05T08:00:00.000Z'), point(2, '2026-03-05T09:00:00.000Z', revisionId), returned],
    dayOf,
  )
  expect(lines[0]).toMatchObject({ previous: { seq: 1 } })
  expect(lines.at(-1)).toMatchObject({ previous: null })
})
