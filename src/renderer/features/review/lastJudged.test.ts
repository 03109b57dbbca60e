import { expect, it } from 'vitest'

import { newArticleId, newDeviceId, newPersonId, RevisionId } from '#shared/domain/ids.ts'
import type { SignedVerdict } from '#shared/domain/verdict.ts'
import { lastJudged } from './lastJudged.ts'

const [first, second, now] = ['a', 'b', 'c'].map((letter) => RevisionId.parse(letter.repeat(64)))
const [me, other] = [newPersonId(), newPersonId()]
const verdict = (personId: typeof me, revisionId = now): SignedVerdict => ({
  statement: {
    domain: 'galley/verdict/1',
    articleId: newArticleId(),
    revisionId: RevisionId.parse(revisionId),
    stageId: 'first',
    personId,
    verdict: 'return',
    opinion: '导语再压缩。',
    at: '2026-03-05T01:30:00.000Z',
    deviceId: newDeviceId(),
  },
  signature: 'A'.repeat(86),
})
const under = (...verdicts: SignedVerdict[]) => ({
  status: { state: 'inReview', revisionId: RevisionId.parse(now), stageId: 'first' } as const,
  verdicts,
})

it('is the last revision that this person judged, whatever others judged since', () => {
  const article = under(verdict(me, first), verdict(other, second))
  expect(lastJudged(article, me)?.revisionId).toBe(first)
})

it('is the last one that anybody judged for who has judged none', () => {
  expect(lastJudged(under(verdict(other, first), verdict(other, second)), me)?.revisionId).toBe(second)
})

it('is none where only the revision under review was judged', () => {
  expect(lastJudged(under(verdict(other)), me)).toBeNull()
  expect(lastJudged(under(), me)).toBeNull()
})
