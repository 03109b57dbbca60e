import { describe, expect, test } from 'vitest'

import { completeContent, newRevision, submitted, sharedNewsroom } from '../testing/newsroom.ts'
import { revisionId } from '#shared/document/revision.ts'
import { newIdempotencyKey } from '#shared/domain/ids.ts'

const at = sharedNewsroom()

async function stored() {
  const revision = newRevision()
  await at.lin.putRevision(revision)
  return { articleId: revision.articleId, revisionId: revisionId(revision) }
}
const eventsOf = async (articleId: string): Promise<string[]> => {
  const { body } = await at.lin.ask('GET', `/desk/v1/articles/${articleId}/record`)
  return (body['entries'] as { event: string }[]).map(({ event }) => event)
}

describe('an act with a key', () => {
  test('that is sent twice is done once, and answered the same', async () => {
    const { articleId, revisionId } = await stored()
    const key = newIdempotencyKey()
    const first = await at.lin.submit(articleId, revisionId, key)
    expect(first.status).toBe(200)
    expect(await at.lin.submit(articleId, revisionId, key)).toEqual(first)
    expect(await eventsOf(articleId)).toEqual(['revisionStored', 'submitted'])
  })

  test('that is sent many times at once is done once', async () => {
    const { articleId, revisionId } = await stored()
    const key = newIdempotencyKey()
    const answers = await Promise.all(Array.from({ length: 8 }, () => at.lin.submit(articleId, revisionId, key)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
    expect(await eventsOf(articleId)).toEqual(['revisionStored', 'submitted'])
  })

  test('cannot become another act', async () => {
    const one = await stored()
    const other = await stored()
    const key = newIdempotencyKey()
    await at.lin.submit(one.articleId, one.revisionId, key)
    expect(await at.lin.submit(other.articleId, other.revisionId, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_mismatch' },
    })
    expect(await eventsOf(other.articleId)).toEqual([])
  })

  test('does not meet another person’s key of the same name', async () => {
    const standing = await submitted(at.lin)
    const key = newIdempotencyKey()
    await at.chen.judge(at.chen.statement({ ...standing, stageId: 'first' }), key)
    const answer = await at.zhou.judge(at.zhou.statement({ ...standing, stageId: 'second' }), key)
    expect(answer.status).toBe(200)
  })

  test('that was refused stays refused, and is in the record once', async () => {
    const incomplete = completeContent()
    incomplete.fields.attribution.editor = ''
    const revision = newRevision(incomplete)
    await at.lin.putRevision(revision)
    const key = newIdempotencyKey()
    const refused = await at.lin.submit(revision.articleId, revisionId(revision), key)
    expect(refused.body['code']).toBe('attribution_incomplete')
    expect(await at.lin.submit(revision.articleId, revisionId(revision), key)).toEqual(refused)
    expect(await eventsOf(revision.articleId)).toEqual(['refused'])
  })
})

describe('an act without a usable key', () => {
  test.each([{}, { 'idempotency-key': '' }, { 'idempotency-key': 'again' }])('is not done: %o', async (headers) => {
    const { articleId, revisionId } = await stored()
    const path = `/desk/v1/articles/${articleId}/submissions`
    const answer = await at.lin.ask('POST', path, { revisionId }, headers)
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
    expect(await eventsOf(articleId)).toEqual([])
  })
})

describe('looking up a key', () => {
  test('tells the answer that was lost', async () => {
    const { articleId, revisionId } = await stored()
    const key = newIdempotencyKey()
    const { status, body } = await at.lin.submit(articleId, revisionId, key)
    expect((await at.lin.ask('GET', `/desk/v1/operations/${key}`)).body).toEqual({ status, body })
  })

  test('tells nothing of what was never done, or by someone else', async () => {
    const { articleId, revisionId } = await stored()
    const key = newIdempotencyKey()
    expect((await at.lin.ask('GET', `/desk/v1/operations/${key}`)).status).toBe(404)
    await at.lin.submit(articleId, revisionId, key)
    expect((await at.chen.ask('GET', `/desk/v1/operations/${key}`)).status).toBe(404)
  })
})
