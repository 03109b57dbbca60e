import { describe, expect, it } from 'vitest'

import type { ArticleStatus } from './article.ts'
import { newArticleId, newDeviceId, newPersonId, RevisionId } from './ids.ts'
import type { Person } from './newsroom.ts'
import { defaultStages } from './newsroom.ts'
import type { Role } from './roles.ts'
import type { VerdictKind, VerdictStatement } from './verdict.ts'
import type { UnderReview } from './workflow.ts'
import { awaits, decide, refusePublication, refuseVerdict, submit } from './workflow.ts'

const revision = RevisionId.parse('a'.repeat(64))
const newer = RevisionId.parse('b'.repeat(64))
const articleId = newArticleId()

const person = (...roles: Role[]): Person => ({
  id: newPersonId(),
  account: roles.join('-'),
  name: roles.join(),
  roles,
})
const author = person('reporter', 'editor')
const editor = person('editor')
const coWriter = person('editor')
const deskHead = person('deskHead')
const chief = person('chiefEditor')

const statement = (by: Person, stageId: string, verdict: VerdictKind = 'approve'): VerdictStatement => ({
  domain: 'galley/verdict/1',
  articleId,
  revisionId: revision,
  stageId,
  personId: by.id,
  verdict,
  opinion: '',
  at: '2026-01-01T00:00:00.000Z',
  deviceId: newDeviceId(),
})

const article = (status: ArticleStatus, verdicts: VerdictStatement[] = []): UnderReview => ({
  authorId: author.id,
  writers: [coWriter.id],
  status,
  verdicts,
})
const inReview = (stageId: string, verdicts: VerdictStatement[] = []) =>
  article({ state: 'inReview', revisionId: revision, stageId }, verdicts)

describe('the way of an article', () => {
  it('starts at the first stage when it is submitted', () => {
    expect(submit(article({ state: 'drafting' }), defaultStages, revision)).toEqual({
      state: 'inReview',
      revisionId: revision,
      stageId: 'first',
    })
  })

  it('can be submitted again after it was returned, and not while it is in review', () => {
    expect(submit(article({ state: 'returned', revisionId: revision }), defaultStages, newer).state).toBe('inReview')
    expect(() => submit(inReview('first'), defaultStages, newer)).toThrow('wrong_state')
  })

  it('is signed off after every stage has approved', () => {
    const first = statement(editor, 'first')
    const second = statement(deskHead, 'second')
    const afterFirst = decide(inReview('first'), defaultStages, editor, first)
    expect(afterFirst).toEqual({ state: 'inReview', revisionId: revision, stageId: 'second' })
    const afterSecond = decide(article(afterFirst, [first]), defaultStages, deskHead, second)
    const afterFinal = decide(article(afterSecond, [first, second]), defaultStages, chief, statement(chief, 'final'))
    expect(afterFinal).toEqual({ state: 'signedOff', revisionId: revision })
  })

  it.each([
    ['return', 'returned'],
    ['reject', 'rejected'],
  ] as const)('ends its review when a reviewer gives %s', (verdict, state) => {
    expect(decide(inReview('first'), defaultStages, editor, statement(editor, 'first', verdict)).state).toBe(state)
  })
})

describe('a verdict is refused', () => {
  const refusal = (under: UnderReview, by: Person, stageId: string) =>
    refuseVerdict(under, defaultStages, by, statement(by, stageId))?.code

  it('on an article of one’s own, whatever the roles', () => {
    expect(refusal(inReview('first'), author, 'first')).toBe('self_review')
  })
  it('from one who wrote in it, whatever the roles', () => {
    expect(refusal(inReview('first'), coWriter, 'first')).toBe('self_review')
  })
  it('without the role of the stage', () => {
    expect(refusal(inReview('final'), editor, 'final')).toBe('forbidden')
  })
  it('from one who has judged this revision at an earlier stage', () => {
    const both = person('editor', 'deskHead')
    expect(refusal(inReview('second', [statement(both, 'first')]), both, 'second')).toBe('duplicate_verdict')
  })
  it('for a stage that the article is not at', () => {
    expect(refusal(inReview('second'), editor, 'first')).toBe('wrong_stage')
  })
  it('on a revision that has been replaced', () => {
    expect(refusal(article({ state: 'inReview', revisionId: newer, stageId: 'first' }), editor, 'first')).toBe(
      'stale_revision',
    )
  })
  it('when the article is not in review', () => {
    expect(refusal(article({ state: 'drafting' }), editor, 'first')).toBe('wrong_state')
  })
})

describe('publication', () => {
  const signedOff = article({ state: 'signedOff', revisionId: revision })

  it('takes the signed-off revision from someone who may publish', () => {
    expect(refusePublication(signedOff, chief, revision)).toBeNull()
  })
  it.each([
    ['not_signed_off', inReview('final'), chief, revision],
    ['not_signed_off', article({ state: 'drafting' }), chief, revision],
    ['stale_revision', signedOff, chief, newer],
    ['forbidden', signedOff, editor, revision],
  ] as const)('is refused with %s', (code, under, by, of) => {
    expect(refusePublication(under, by, of)?.code).toBe(code)
  })
})

it('awaits those who can give the next verdict, and nobody else', () => {
  const waiting = [author, editor, deskHead, chief].filter((who) => awaits(inReview('first'), defaultStages, who))
  expect(waiting).toEqual([editor])
})
