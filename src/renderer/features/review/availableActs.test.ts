import { expect, it } from 'vitest'

import type { ArticleStatus } from '#shared/domain/article.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import {
  newArticleId,
  newDeviceId,
  newPersonId,
  newPublicationId,
  RevisionId,
  newIdempotencyKey,
} from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/newsroom.ts'
import { defaultStages } from '#shared/domain/newsroom.ts'
import type { Role } from '#shared/domain/roles.ts'
import type { SignedVerdict, VerdictKind } from '#shared/domain/verdict.ts'
import type { Considered } from './availableActs.ts'
import { availableActs } from './availableActs.ts'

const revisionId = RevisionId.parse('a'.repeat(64))
const otherRevision = RevisionId.parse('b'.repeat(64))

const person = (...roles: Role[]): Person => ({ id: newPersonId(), account: newIdempotencyKey(), name: '林澈', roles })

const author = person('reporter')
const people = {
  author,
  reporter: person('reporter'),
  editor: person('editor'),
  deskHead: person('deskHead'),
  chiefEditor: person('chiefEditor'),
  proofreader: person('proofreader'),
  administrator: person('administrator'),
}
type Who = keyof typeof people

const statuses = {
  drafting: { state: 'drafting' },
  first: { state: 'inReview', revisionId, stageId: 'first' },
  second: { state: 'inReview', revisionId, stageId: 'second' },
  final: { state: 'inReview', revisionId, stageId: 'final' },
  returned: { state: 'returned', revisionId },
  rejected: { state: 'rejected', revisionId },
  signedOff: { state: 'signedOff', revisionId },
  published: { state: 'published', revisionId, publicationId: newPublicationId() },
} as const satisfies Record<string, ArticleStatus>

const article = (state: keyof typeof statuses, more: Partial<Considered> = {}): Considered => ({
  authorId: author.id,
  writers: [],
  status: statuses[state],
  verdicts: [],
  pending: null,
  binned: false,
  revisionId,
  ...more,
})

const verdict = (personId: PersonId, stageId: string, kind: VerdictKind = 'approve'): SignedVerdict => ({
  statement: {
    domain: 'galley/verdict/1',
    articleId: newArticleId(),
    revisionId,
    stageId,
    personId,
    verdict: kind,
    opinion: '',
    at: '2026-03-05T01:30:00.000Z',
    deviceId: newDeviceId(),
  },
  signature: 'A'.repeat(86),
})

/** What a person is offered, in one word, or why not. */
function offered(state: keyof typeof statuses, who: Who): string {
  const acts = availableActs(article(state), people[who], defaultStages)
  if (acts.submit) return 'submit'
  if (acts.verdict !== null) return acts.verdict.signsOff ? 'signOff' : 'judge'
  if (acts.publish) return 'publish'
  return acts.reason ?? '-'
}

const w = 'waitsForOthers'
const own = 'ownArticle'
const p = 'awaitsPublisher'

it.each<[keyof typeof statuses, Record<Who, string>]>([
  [
    'drafting',
    {
      author: 'submit',
      reporter: '-',
      editor: '-',
      deskHead: '-',
      chiefEditor: '-',
      proofreader: '-',
      administrator: '-',
    },
  ],
  [
    'first',
    { author: own, reporter: w, editor: 'judge', deskHead: w, chiefEditor: w, proofreader: w, administrator: w },
  ],
  [
    'second',
    { author: own, reporter: w, editor: w, deskHead: 'judge', chiefEditor: w, proofreader: w, administrator: w },
  ],
  [
    'final',
    { author: own, reporter: w, editor: w, deskHead: w, chiefEditor: 'signOff', proofreader: w, administrator: w },
  ],
  [
    'returned',
    {
      author: 'submit',
      reporter: '-',
      editor: '-',
      deskHead: '-',
      chiefEditor: '-',
      proofreader: '-',
      administrator: '-',
    },
  ],
  [
    'rejected',
    { author: '-', reporter: '-', editor: '-', deskHead: '-', chiefEditor: '-', proofreader: '-', administrator: '-' },
  ],
  [
    'signedOff',
    {
      author: p,
      reporter: p,
      editor: p,
      deskHead: 'publish',
      chiefEditor: 'publish',
      proofreader: p,
      administrator: p,
    },
  ],
  [
    'published',
    { author: '-', reporter: '-', editor: '-', deskHead: '-', chiefEditor: '-', proofreader: '-', administrator: '-' },
  ],
])('offers what each role may do with an article in %s', (state, expected) => {
  const found = Object.fromEntries((Object.keys(people) as Who[]).map((who) => [who, offered(state, who)]))
  expect(found).toEqual(expected)
})

it('lets nobody review their own article, whatever roles they hold', () => {
  const all = { ...author, roles: ['editor', 'deskHead', 'chiefEditor'] satisfies Role[] }
  for (const state of ['first', 'second', 'final'] as const) {
    expect(availableActs(article(state), all, defaultStages)).toMatchObject({ verdict: null, reason: 'ownArticle' })
  }
})

it('asks for one verdict of a person on a revision, and for another on the next revision', () => {
  const twoRoles = { ...person('editor', 'deskHead') }
  const verdicts = [verdict(twoRoles.id, 'first')]
  const judged = availableActs(article('second', { verdicts }), twoRoles, defaultStages)
  expect(judged).toMatchObject({ verdict: null, reason: 'judgedAlready' })
  const status = { ...statuses.first, revisionId: otherRevision }
  const again = availableActs(
    { ...article('first'), verdicts, status, revisionId: otherRevision },
    twoRoles,
    defaultStages,
  )
  expect(again.verdict?.stage.id).toBe('first')
})

it('offers no verdict on words that are not the revision handed in', () => {
  for (const shown of [null, otherRevision]) {
    const acts = availableActs(article('first', { revisionId: shown }), people.editor, defaultStages)
    expect(acts).toMatchObject({ verdict: null, reason: 'notHere' })
  }
})

it.each(['pending', 'sending', 'unknown'] as const)('offers nothing while an act of one’s own is %s', (state) => {
  const pending = { act: 'submit', state, error: null } as const
  const acts = availableActs(article('drafting', { pending }), author, defaultStages)
  expect(acts).toMatchObject({
    submit: false,
    coWriters: false,
    verdict: null,
    publish: false,
    dismiss: false,
    reason: null,
  })
})

it('lets an act that the desk refused be taken back, and nothing else before that', () => {
  const pending = { act: 'submit', state: 'rejected', error: null } as const
  const acts = availableActs(article('drafting', { pending }), author, defaultStages)
  expect(acts).toMatchObject({
    submit: false,
    coWriters: false,
    verdict: null,
    publish: false,
    dismiss: true,
    reason: null,
  })
})

it('lets only the author say who else writes, and only while it is being written', () => {
  expect(availableActs(article('drafting'), author, defaultStages).coWriters).toBe(true)
  expect(availableActs(article('returned'), author, defaultStages).coWriters).toBe(true)
  expect(availableActs(article('drafting'), people.deskHead, defaultStages).coWriters).toBe(false)
  expect(availableActs(article('first'), author, defaultStages).coWriters).toBe(false)
})

it('submits nothing out of the bin', () => {
  expect(availableActs(article('drafting', { binned: true }), author, defaultStages).submit).toBe(false)
})
