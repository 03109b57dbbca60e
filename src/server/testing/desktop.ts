import { generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import type { z } from 'zod'

import type { Revision } from '#shared/document/revision.ts'
import { revisionId } from '#shared/document/revision.ts'
import { canonicalBytes } from '#shared/document/canonical.ts'
import type { ArticleId, DeviceId, IdempotencyKey, RevisionId } from '#shared/domain/ids.ts'
import { newDeviceId, newIdempotencyKey } from '#shared/domain/ids.ts'
import { Person } from '#shared/domain/newsroom.ts'
import type { SignedVerdict, VerdictStatement } from '#shared/domain/verdict.ts'
import type { TokenStatement } from '#shared/protocol/routes.ts'
import { desk } from '#shared/protocol/routes.ts'

/** What came back: the status, and the body if it was JSON. */
export interface Answer {
  status: number
  body: Record<string, unknown>
}

/** A desktop as a stranger would write it from the protocol alone: real HTTP, a real key, and nothing that it checks. */
export class Desktop {
  readonly url: string
  readonly deviceId: DeviceId = newDeviceId()
  readonly publicKey: string
  readonly privateKey: KeyObject
  token = ''
  #person: Person | null = null

  constructor(url: string) {
    this.url = url
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    this.publicKey = publicKey.export({ format: 'jwk' }).x ?? ''
    this.privateKey = privateKey
  }

  get person(): Person {
    if (this.#person === null) throw new Error('not enrolled')
    return this.#person
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) }
  }

  /** An act under a key of its own, unless one is given. */
  act(path: string, body: unknown, key: IdempotencyKey = newIdempotencyKey()): Promise<Answer> {
    return this.ask('POST', path, body, { 'idempotency-key': key })
  }

  async enrol(account: string, password: string): Promise<Answer> {
    const { deviceId, publicKey } = this
    const request = { account, password, deviceName: 'test', deviceId, publicKey }
    const answer = await this.ask('POST', '/desk/v1/enrolments', request)
    if (answer.status === 200) this.#person = Person.parse(answer.body['person'])
    return answer
  }

  async signIn(): Promise<Answer> {
    const { deviceId } = this
    const { body } = await this.ask('POST', '/desk/v1/challenges', { deviceId })
    const statement: TokenStatement = { domain: 'galley/token/1', deviceId, challenge: String(body['challenge']) }
    const answer = await this.ask('POST', '/desk/v1/tokens', { statement, signature: this.sign(statement) })
    if (answer.status === 200) this.token = String(answer.body['token'])
    return answer
  }

  sign(statement: unknown): string {
    return sign(null, canonicalBytes(statement), this.privateKey).toString('base64url')
  }

  putRevision(revision: Revision, id: RevisionId = revisionId(revision)): Promise<Answer> {
    const { articleId, parents, content } = revision
    return this.ask('PUT', `/desk/v1/articles/${articleId}/revisions/${id}`, { parents, content })
  }

  letIn(articleId: ArticleId, { person }: Desktop, writes = true): Promise<Answer> {
    return this.act(`/desk/v1/articles/${articleId}/co-writers`, { personId: person.id, writes })
  }

  async changes(since: number, wait = 0): Promise<z.output<typeof desk.changes.response>> {
    const { body } = await this.ask('GET', `/desk/v1/changes?since=${since}&wait=${wait}`)
    return desk.changes.response.parse(body)
  }

  /** Null for what the desk says it does not have. */
  async revision(articleId: ArticleId, id: RevisionId): Promise<Answer | null> {
    const answer = await this.ask('GET', `/desk/v1/articles/${articleId}/revisions/${id}`)
    return answer.status === 404 ? null : answer
  }

  submit(articleId: ArticleId, id: RevisionId, key?: IdempotencyKey): Promise<Answer> {
    return this.act(`/desk/v1/articles/${articleId}/submissions`, { revisionId: id }, key)
  }

  statement(about: Pick<VerdictStatement, 'articleId' | 'revisionId' | 'stageId'>): VerdictStatement {
    return {
      domain: 'galley/verdict/1',
      personId: this.person.id,
      deviceId: this.deviceId,
      verdict: 'approve',
      opinion: '',
      at: '2026-11-23T08:00:00.000Z',
      ...about,
    }
  }

  signed(statement: VerdictStatement): SignedVerdict {
    return { statement, signature: this.sign(statement) }
  }

  judge(statement: VerdictStatement, key?: IdempotencyKey): Promise<Answer> {
    return this.act(`/desk/v1/articles/${statement.articleId}/verdicts`, this.signed(statement), key)
  }

  publish(articleId: ArticleId, id: RevisionId, key?: IdempotencyKey): Promise<Answer> {
    return this.act(`/desk/v1/articles/${articleId}/publications`, { revisionId: id, channel: 'site' }, key)
  }
}
