import { expect, it } from 'vitest'

import type { RevisionId } from '#shared/domain/ids.ts'
import { newArticleId, newDeviceId, newPersonId, newPublicationId } from '#shared/domain/ids.ts'
import type { VerdictKind } from '#shared/domain/verdict.ts'
import { newsroom } from '#core/testing/newsroom.ts'
import type { StoredPoint } from './repository.ts'
import { timeline } from './timeline.ts'

const [articleId, reviewer, publisher] = [newArticleId(), newPersonId(), newPersonId()]
const revision = (digit: string) => digit.repeat(64) as RevisionId
const firstStage = newsroom.stages[0]?.id ?? ''
const lastStage = newsroom.stages.at(-1)?.id ?? ''

const point = (seq: number, revisionId: RevisionId | null = null): StoredPoint => ({
  seq,
  reason: revisionId === null ? 'writing' : 'submitted',
  version: seq,
  at: '2026-03-05T08:00:00.000Z',
  personId: null,
  revisionId,
  textId: null,
  origin: null,
  characters: 0,
  added: 0,
  removed: 0,
})

const verdict = (kind: VerdictKind, stageId: string, revisionId: RevisionId) => ({
  statement: {
    domain: 'galley/verdict/1' as const,
    articleId,
    revisionId,
    stageId,
    personId: reviewer,
    deviceId: newDeviceId(),
    verdict: kind,
    opinion: kind === 'approve' ? '' : '再改',
    // Before anything that it judges: a clock that is wrong.
    at: '2020-01-01T00:00:00.000Z',
  },
  signature: 'a'.repeat(86),
})

const receipt = (revisionId: RevisionId) => ({
  articleId,
  revisionId,
  publicationId: newPublicationId(),
  publishedBy: publisher,
  publishedAt: '2026-03-05T10:00:00.000Z',
  channel: 'site' as const,
  url: 'https://news.test/1',
  pageHash: 'd'.repeat(64),
})

const told = (points: StoredPoint[], verdicts: ReturnType<typeof verdict>[], receipts: ReturnType<typeof receipt>[]) =>
  timeline(points, { verdicts, receipts }, newsroom.stages).map(({ reason, personId }) => ({ reason, personId }))

it('tells approval, sign-off and publication behind the text that they are about, whatever the clocks said', () => {
  const handedIn = revision('a')
  const verdicts = [verdict('approve', firstStage, handedIn), verdict('approve', lastStage, handedIn)]
  expect(told([point(1), point(2, handedIn), point(3)], verdicts, [receipt(handedIn)])).toEqual([
    { reason: 'writing', personId: null },
    { reason: 'submitted', personId: null },
    { reason: 'approved', personId: reviewer },
    { reason: 'signedOff', personId: reviewer },
    { reason: 'published', personId: publisher },
    { reason: 'writing', personId: null },
  ])
})

it('tells a return and a rejection for what they are', () => {
  const [first, second] = [revision('a'), revision('b')]
  const verdicts = [verdict('return', lastStage, first), verdict('reject', lastStage, second)]
  expect(told([point(1, first), point(2, second)], verdicts, []).map(({ reason }) => reason)).toEqual([
    'submitted',
    'returned',
    'submitted',
    'rejected',
  ])
})

it('tells first what was said of a text that was never here, without a text to open', () => {
  const [entry] = timeline([point(1)], { verdicts: [], receipts: [receipt(revision('c'))] }, newsroom.stages)
  expect(entry).toMatchObject({ kind: 'mark', reason: 'published', text: null })
})
