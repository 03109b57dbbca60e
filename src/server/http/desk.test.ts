import { describe, expect, test } from 'vitest'

import { newRevision, sharedNewsroom } from '../testing/newsroom.ts'
import { revisionId } from '#shared/document/revision.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import { desk } from '#shared/protocol/routes.ts'

const logged: string[] = []
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string, facts = {}) => void logged.push(JSON.stringify({ message, ...facts })),
}
const at = sharedNewsroom({ log })

describe('a request that makes no sense', () => {
  test.each([
    ['no JSON', '{', 400, 'invalid_input'],
    ['another shape', '{"revisionId":7}', 400, 'invalid_input'],
    ['a poisoned prototype', '{"__proto__":{"admin":true}}', 400, 'invalid_input'],
    ['too much', JSON.stringify({ revisionId: 'x'.repeat(2_000_000) }), 413, 'too_large'],
  ])('is answered with what is wrong with it: %s', async (_what, body, status, code) => {
    const answer = await at.lin.act(`/desk/v1/articles/${newArticleId()}/submissions`, body)
    expect(answer).toMatchObject({ status, body: { code, retryable: false } })
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts\b/)
  })

  test('never reaches the log as a defect', () => expect(logged).toEqual([]))

  test('is told apart from an address that does not exist', async () => {
    expect(await at.lin.ask('GET', '/desk/v1/nothing')).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect((await at.lin.ask('POST', '/nothing')).status).toBe(404)
    expect((await at.lin.ask('GET', '/desk/v1/articles/no-uuid')).status).toBe(400)
  })
})

test('a long article with its original fits', async () => {
  const revision = newRevision()
  revision.content.fields.attribution.sources = [
    {
      sourceId: null,
      name: '',
      url: '',
      originalTitle: '',
      originalText: '字'.repeat(500_000),
      originalAuthor: null,
      registryEdition: null,
    },
  ]
  expect(await at.lin.putRevision(revision)).toMatchObject({
    status: 200,
    body: { revisionId: revisionId(revision) },
  })
})

test('answers are for programs: not kept, not framed, not guessed at, and each has its number', async () => {
  const ask = () => fetch(`${at.server.url}/desk/v1/newsroom`, { headers: { 'x-request-id': 'mine' } })
  const headers = Object.fromEntries((await ask()).headers)
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(headers['access-control-allow-origin']).toBeUndefined()
})

test('OpenAPI describes every route of the protocol with its failures', async () => {
  const { body } = await at.lin.ask('GET', '/desk/v1/openapi.json')
  const paths = body['paths'] as Record<string, Record<string, { operationId: string; responses: object }>>
  for (const [name, { method, path }] of Object.entries(desk)) {
    const operation = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    expect(operation?.operationId).toBe(name)
  }
  expect(JSON.stringify(body)).not.toContain('"#/$defs')
  const publish = paths['/desk/v1/articles/{articleId}/publications']?.['post']?.responses
  expect(publish).toMatchObject({ 409: { description: 'not_signed_off, stale_revision' } })
})
