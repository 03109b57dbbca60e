import { expect, it } from 'vitest'

import { newArticleId, newDeviceId, newPersonId, newPublicationId, RevisionId } from '#shared/domain/ids.ts'
import { defaultStages } from '#shared/domain/newsroom.ts'
import type { SignedVerdict, VerdictKind } from '#shared/domain/verdict.ts'
import { earlierVerdicts, progress, turningVerdict } from './progress.ts'

const before = RevisionId.parse('a'.repeat(64))
const now = RevisionId.parse('b'.repeat(64))

const verdict = (stageId: string, kind: VerdictKind, revisionId = now): SignedVerdict => ({
  statement: {
    domain: 'galley/verdict/1',
    articleId: newArticleId(),
    revisionId,
    stageId,
    personId: newPersonId(),
    verdict: kind,
    opinion: kind === 'approve' ? '' : '导语请再压缩。',
    at: '2026-03-05T01:30:00.000Z',
    deviceId: newDeviceId(),
  },
  signature: 'A'.repeat(86),
})

const states = (...[article]: Parameters<typeof progress> extends [infer A, unknown] ? [A] : never): string[] =>
  progress(article, defaultStages).map(({ state }) => state)

it('walks from the first draft to the reader', () => {
  const first = verdict('first', 'approve')
  const second = verdict('second', 'approve')
  const final = verdict('final', 'approve')
  const at = (stageId: string) => ({ state: 'inReview', revisionId: now, stageId }) as const
  expect(states({ status: { state: 'drafting' }, verdicts: [] })).toEqual([
    'current',
    'ahead',
    'ahead',
    'ahead',
    'ahead',
  ])
  expect(states({ status: at('first'), verdicts: [] })).toEqual(['done', 'current', 'ahead', 'ahead', 'ahead'])
  expect(states({ status: at('final'), verdicts: [first, second] })).toEqual([
    'done',
    'done',
    'done',
    'current',
    'ahead',
  ])
  const all = [first, second, final]
  expect(states({ status: { state: 'signedOff', revisionId: now }, verdicts: all }).at(-1)).toBe('current')
  const published = { state: 'published', revisionId: now, publicationId: newPublicationId() } as const
  expect(states({ status: published, verdicts: all })).toEqual(['done', 'done', 'done', 'done', 'done'])
})

it('shows where an article was sent back, and by whose opinion', () => {
  const article = {
    status: { state: 'returned', revisionId: now } as const,
    verdicts: [verdict('first', 'approve'), verdict('second', 'return')],
  }
  expect(states(article)).toEqual(['done', 'done', 'returned', 'ahead', 'ahead'])
  expect(turningVerdict(article)?.opinion).toBe('导语请再压缩。')
})

it('does not carry a verdict over to the next revision, but keeps what was said', () => {
  const article = {
    status: { state: 'inReview', revisionId: now, stageId: 'first' } as const,
    verdicts: [verdict('first', 'approve', before), verdict('second', 'return', before)],
  }
  expect(states(article)).toEqual(['done', 'current', 'ahead', 'ahead', 'ahead'])
  expect(earlierVerdicts(article).map(({ stageId }) => stageId)).toEqual(['second', 'first'])
  expect(turningVerdict(article)).toBeNull()
})
