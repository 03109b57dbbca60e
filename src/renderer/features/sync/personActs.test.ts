import { expect, it } from 'vitest'

import type { OutboxItem } from '#shared/contract/sync.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import { personActs } from './personActs.ts'

const articleId = newArticleId()
const item = (id: number, act: OutboxItem['act'], change: Partial<OutboxItem> = {}): OutboxItem => ({
  id,
  action: 'submission',
  articleId,
  act,
  state: 'pending',
  attempts: 0,
  error: null,
  personId: null,
  createdAt: '2026-03-02T06:00:00.000Z',
  ...change,
})

it('shows what people did, not the files that travel with it', () => {
  const acts = personActs([item(1, 'media'), item(2, 'revision'), item(3, 'submit')])
  expect(acts.map(({ act }) => act)).toEqual(['submit'])
})

it('says that an act was refused when what it needs was refused', () => {
  const error = { code: 'too_large', message: '', retryable: false, details: {} } as const
  const acts = personActs([item(1, 'media', { state: 'rejected', error }), item(2, 'revision'), item(3, 'submit')])
  expect(acts).toMatchObject([{ act: 'submit', state: 'rejected', error }])
})

it('leaves out what is confirmed', () => {
  expect(personActs([item(1, 'submit', { state: 'confirmed' })])).toEqual([])
})

it('holds up nothing but itself when the desk refused a co-writer, and not even that when it refused a submission', () => {
  const error = { code: 'forbidden', message: '', retryable: false, details: {} } as const
  const letIn = (id: number, change: Partial<OutboxItem> = {}) => item(id, 'coWriter', { action: 'let in', ...change })
  const states = (items: OutboxItem[]) => personActs(items).map(({ act, state }) => [act, state])
  expect(states([letIn(1, { state: 'rejected', error }), item(2, 'submit')])).toEqual([
    ['coWriter', 'rejected'],
    ['submit', 'pending'],
  ])
  expect(states([item(1, 'submit', { state: 'rejected', error }), letIn(2), item(3, 'publish')])).toEqual([
    ['submit', 'rejected'],
    ['coWriter', 'pending'],
    ['publish', 'rejected'],
  ])
})
