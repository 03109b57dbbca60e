import { z } from 'zod'

import { DeskArticle, Receipt } from '../domain/article.ts'
import { ArticleId, DeviceId, IdempotencyKey, PersonId, RevisionId } from '../domain/ids.ts'
import { Newsroom, Person } from '../domain/newsroom.ts'
import { Signature, SignedVerdict } from '../domain/verdict.ts'
import type { ErrorCode } from '../rpc/errors.ts'
import { RecordEntry } from './record.ts'
import { LineEntry, maxLinePage, RevisionDownload, RevisionUpload } from './revisions.ts'

/** One endpoint of the desk. The server registers it, the client calls it, and OpenAPI describes it, all from here. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** In Fastify's form, parameters as `:name`. */
  readonly path: string
  readonly summary: string
  /** `none` for whoever has no token yet; everything else needs a device's. */
  readonly auth: 'none' | 'device'
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly response: z.ZodType
  readonly errors: readonly ErrorCode[]
}

const route = <const R extends Route>(value: R): R => value

/** Every request that changes something carries `Idempotency-Key`; the answer is stored with the effect. */
export const idempotencyHeader = 'idempotency-key'

const articleParams = z.object({ articleId: ArticleId })

/** An Ed25519 public key: base64url of its 32 raw bytes. */
export const PublicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** What a device signs to get a token: the server's own challenge, so that no clock is trusted. */
export const TokenStatement = z.strictObject({
  domain: z.literal('galley/token/1'),
  deviceId: DeviceId,
  challenge: z.string().min(20).max(200),
})
export type TokenStatement = z.infer<typeof TokenStatement>

export const Change = z.discriminatedUnion('what', [
  z.object({ what: z.literal('article'), seq: z.int(), article: DeskArticle }),
  z.object({ what: z.literal('newsroom'), seq: z.int() }),
])
export type Change = z.infer<typeof Change>

export const desk = {
  enrol: route({
    method: 'POST',
    path: '/desk/v1/enrolments',
    summary: 'Enrols a desktop: account and password once, the device key ever after',
    auth: 'none',
    body: z.object({
      account: z.string().min(1).max(100),
      password: z.string().min(1).max(500),
      deviceName: z.string().max(200),
      deviceId: DeviceId,
      publicKey: PublicKey,
    }),
    response: z.object({ person: Person }),
    errors: ['wrong_password', 'rate_limited', 'conflict'],
  }),
  challenge: route({
    method: 'POST',
    path: '/desk/v1/challenges',
    summary: 'A challenge to sign, good once and for one minute',
    auth: 'none',
    body: z.object({ deviceId: DeviceId }),
    response: z.object({ challenge: z.string() }),
    errors: ['rate_limited'],
  }),
  token: route({
    method: 'POST',
    path: '/desk/v1/tokens',
    summary: 'A short-lived bearer token for a signed challenge',
    auth: 'none',
    body: z.object({ statement: TokenStatement, signature: Signature }),
    response: z.object({ token: z.string(), expiresInSeconds: z.int() }),
    errors: ['bad_signature', 'revoked_key', 'unauthenticated', 'rate_limited'],
  }),
  newsroom: route({
    method: 'GET',
    path: '/desk/v1/newsroom',
    summary: 'Settings, people and the caller',
    auth: 'device',
    response: z.object({ newsroom: Newsroom, people: z.array(Person), me: Person, siteUrl: z.url() }),
    errors: [],
  }),
  changes: route({
    method: 'GET',
    path: '/desk/v1/changes',
    summary: 'What changed after `since`; waits up to `wait` seconds for something to change',
    auth: 'device',
    query: z.object({ since: z.coerce.number().int().min(0), wait: z.coerce.number().int().min(0).max(30).default(0) }),
    response: z.object({ seq: z.int(), changes: z.array(Change) }),
    errors: [],
  }),
  putRevision: route({
    method: 'PUT',
    path: '/desk/v1/articles/:articleId/revisions/:revisionId',
    summary: 'Stores an immutable revision; storing the same twice is storing it once',
    auth: 'device',
    params: articleParams.extend({ revisionId: RevisionId }),
    body: RevisionUpload,
    response: LineEntry,
    errors: ['revision_mismatch', 'forbidden', 'not_found', 'unmerged_heads', 'document_invalid', 'document_newer'],
  }),
  getRevision: route({
    method: 'GET',
    path: '/desk/v1/articles/:articleId/revisions/:revisionId',
    summary: 'A revision as it was stored; one that was never submitted only for those who may write in the article',
    auth: 'device',
    params: articleParams.extend({ revisionId: RevisionId }),
    response: RevisionDownload,
    errors: ['not_found'],
  }),
  line: route({
    method: 'GET',
    path: '/desk/v1/articles/:articleId/line',
    summary: 'The working line after `after`, in order: revisions and their parents, for those who may write there',
    auth: 'device',
    params: articleParams,
    query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
    response: z.object({ entries: z.array(LineEntry).max(maxLinePage) }),
    errors: ['not_found'],
  }),
  setCoWriter: route({
    method: 'POST',
    path: '/desk/v1/articles/:articleId/co-writers',
    summary: 'The author lets a colleague write in the article, or takes that back',
    auth: 'device',
    params: articleParams,
    body: z.object({ personId: PersonId, writes: z.boolean() }),
    response: DeskArticle,
    errors: ['forbidden', 'wrong_state', 'too_large', 'not_found'],
  }),
  submit: route({
    method: 'POST',
    path: '/desk/v1/articles/:articleId/submissions',
    summary: 'Hands a revision to review',
    auth: 'device',
    params: articleParams,
    body: z.object({ revisionId: RevisionId }),
    response: DeskArticle,
    errors: [
      'forbidden',
      'wrong_state',
      'unmerged_heads',
      'open_clashes',
      'attribution_incomplete',
      'not_found',
      'media_missing',
    ],
  }),
  giveVerdict: route({
    method: 'POST',
    path: '/desk/v1/articles/:articleId/verdicts',
    summary: 'A signed verdict on the revision under review',
    auth: 'device',
    params: articleParams,
    body: SignedVerdict,
    response: DeskArticle,
    errors: [
      'forbidden',
      'wrong_state',
      'wrong_stage',
      'stale_revision',
      'self_review',
      'duplicate_verdict',
      'bad_signature',
      'revoked_key',
      'open_clashes',
      'attribution_incomplete',
      'not_found',
    ],
  }),
  publish: route({
    method: 'POST',
    path: '/desk/v1/articles/:articleId/publications',
    summary: 'Puts a signed-off revision before readers, exactly once',
    auth: 'device',
    params: articleParams,
    body: z.object({ revisionId: RevisionId, channel: z.literal('site') }),
    response: Receipt,
    errors: [
      'forbidden',
      'not_signed_off',
      'stale_revision',
      'bad_signature',
      'revoked_key',
      'open_clashes',
      'attribution_incomplete',
      'revision_mismatch',
      'media_missing',
      'decoder_unavailable',
      'not_found',
    ],
  }),
  article: route({
    method: 'GET',
    path: '/desk/v1/articles/:articleId',
    summary: 'An article as the desk knows it',
    auth: 'device',
    params: articleParams,
    response: DeskArticle,
    errors: ['not_found'],
  }),
  record: route({
    method: 'GET',
    path: '/desk/v1/articles/:articleId/record',
    summary: 'The append-only record of what happened to an article',
    auth: 'device',
    params: articleParams,
    response: z.object({ articleId: ArticleId, entries: z.array(RecordEntry) }),
    errors: ['not_found'],
  }),
  operation: route({
    method: 'GET',
    path: '/desk/v1/operations/:key',
    summary: 'What became of a request whose answer was lost',
    auth: 'device',
    params: z.object({ key: IdempotencyKey }),
    response: z.object({ status: z.int(), body: z.unknown() }),
    errors: ['not_found'],
  }),
} as const
