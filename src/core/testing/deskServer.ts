import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { onTestFinished } from 'vitest'
import { z } from 'zod'

import type { Person } from '#shared/domain/newsroom.ts'
import { desk, idempotencyHeader } from '#shared/protocol/routes.ts'
import type { ErrorCode } from '#shared/rpc/errors.ts'
import { GalleyError, toWire } from '#shared/rpc/errors.ts'
import { hashBytes } from '#core/media/files.ts'
import { writesIn } from '#shared/domain/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { MediaHash } from '#shared/domain/ids.ts'
import { DeskModel } from './deskModel.ts'
import type { Found, RouteName } from './deskRoutes.ts'
import { match } from './deskRoutes.ts'
import type { Trouble } from './deskTroubles.ts'
import { DeskTroubles } from './deskTroubles.ts'

interface Answer {
  status: number
  body: unknown
}

/** A small desk over real HTTP that misbehaves when it is told to. */
export class DeskServer {
  readonly model: DeskModel
  /** Names of the routes that were asked for, in order. */
  readonly asked: RouteName[] = []
  readonly #troubles = new DeskTroubles()
  #watchers: (() => void)[] = []
  readonly #operations = new Map<string, Answer>()
  #pollers: (() => void)[] = []
  readonly #server = createServer((request, response) => void this.#handle(request, response))
  url = ''

  constructor(people: Person[]) {
    this.model = new DeskModel(people)
  }

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(port, '127.0.0.1', resolve)
    })
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Goes away, as a laptop's network does; `listen` with the same port brings it back. */
  async close(): Promise<void> {
    this.wake()
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
    })
  }

  /** A backup of the desk with what it remembers of operations; the answer sets it back to that. */
  backUp(): () => void {
    const restoreModel = this.model.backUp()
    const known = new Set(this.#operations.keys())
    return () => {
      restoreModel()
      for (const key of this.#operations.keys()) if (!known.has(key)) this.#operations.delete(key)
      this.wake()
    }
  }

  trouble(name: RouteName, ...troubles: Trouble[]): void {
    this.#troubles.add(name, troubles)
  }

  /** Says no to the next request, once and for all. */
  refuse(name: RouteName, code: ErrorCode): void {
    this.#troubles.refuse(name, code)
  }

  /** Resolves when the route has been asked for (and, if it hangs, has had its effect). */
  async when(name: RouteName): Promise<void> {
    while (!this.asked.includes(name)) {
      await new Promise<void>((resolve) => {
        this.#watchers.push(resolve)
      })
    }
  }

  /** Sends an article back to its author without a verdict of anybody. */
  return(articleId: ArticleId): void {
    this.model.return(articleId)
    this.wake()
  }

  /** Lets go of everyone who waits for changes. */
  wake(): void {
    for (const poller of this.#pollers.splice(0)) poller()
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await readBody(request)
    const url = new URL(request.url ?? '/', 'http://desk')
    const found = match(request.method ?? '', url.pathname)
    if (found === undefined) {
      response.writeHead(404).end()
      return
    }
    this.asked.push(found.name)
    const trouble = this.#troubles.take(found.name)
    if (trouble === 'dropBefore') return void request.socket.destroy()
    if (trouble === 'redirect') return void response.writeHead(307, { location: 'http://elsewhere.test/' }).end()
    if (trouble === 'portal') return void response.writeHead(200).end('<html>Welcome to the hotel</html>')
    if (typeof trouble === 'number') return void response.writeHead(trouble).end('trouble')
    const answer = await this.#answer(found, request, url, bytes)
    for (const watcher of this.#watchers.splice(0)) watcher()
    if (trouble === 'dropAfter') return void request.socket.destroy()
    if (trouble === 'hang') return
    if (trouble === 'garbage') return void response.writeHead(200).end('{"half":')
    const raw = answer.body instanceof Uint8Array ? answer.body : JSON.stringify(answer.body)
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(raw)
  }

  async #answer(found: Found, request: IncomingMessage, url: URL, bytes: Buffer): Promise<Answer> {
    // As at a real desk: what is named by its hash is judged each time, and only acts have answers that are kept.
    const key = request.method === 'POST' ? request.headers[idempotencyHeader] : undefined
    const known = typeof key === 'string' ? this.#operations.get(key) : undefined
    if (known !== undefined) return known
    let answer: Answer
    try {
      this.#troubles.throwRefusal(found.name)
      answer = { status: 200, body: await this.#perform(found, request, url, bytes) }
    } catch (error) {
      answer = { status: statusOf(error), body: toWire(error) }
    }
    const told = answer.status !== 401
    if (typeof key === 'string' && told) this.#operations.set(key, answer)
    if (found.changes) this.wake()
    return answer
  }

  async #perform({ name, params }: Found, request: IncomingMessage, url: URL, bytes: Buffer): Promise<unknown> {
    const { model } = this
    if (name === 'enrol') {
      const { account, password, deviceId, publicKey } = desk.enrol.body.parse(parse(bytes))
      return { person: model.enrol(account, password, deviceId, publicKey) }
    }
    if (name === 'challenge') return { challenge: 'challenge-of-at-least-twenty-characters' }
    if (name === 'token') {
      const { statement, signature } = desk.token.body.parse(parse(bytes))
      return { token: model.token(statement, signature), expiresInSeconds: 900 }
    }
    const me = model.caller(request.headers.authorization?.replace('Bearer ', '') ?? '')
    switch (name) {
      case 'newsroom':
        return { newsroom: model.newsroom, people: model.people, me, siteUrl: 'http://news.test/' }
      case 'changes':
        return this.#changes(me, desk.changes.query.parse(Object.fromEntries(url.searchParams)))
      case 'putRevision': {
        const { articleId, revisionId } = desk.putRevision.params.parse(params)
        return model.putRevision(me, articleId, revisionId, desk.putRevision.body.parse(parse(bytes)))
      }
      case 'getRevision': {
        const { articleId, revisionId } = desk.getRevision.params.parse(params)
        const revision = model.revisions.get(revisionId)
        if (revision?.articleId !== articleId) throw new GalleyError('not_found')
        return { revisionId, ...revision }
      }
      case 'line': {
        const { after } = desk.line.query.parse(Object.fromEntries(url.searchParams))
        return { entries: model.line(desk.line.params.parse(params).articleId).slice(after) }
      }
      case 'setCoWriter': {
        const { personId, writes } = desk.setCoWriter.body.parse(parse(bytes))
        return model.setCoWriter(me, desk.setCoWriter.params.parse(params).articleId, personId, writes)
      }
      case 'submit':
        return model.submit(desk.submit.params.parse(params).articleId, desk.submit.body.parse(parse(bytes)).revisionId)
      case 'giveVerdict':
        return model.verdict(desk.giveVerdict.params.parse(params).articleId, desk.giveVerdict.body.parse(parse(bytes)))
      case 'publish': {
        const { revisionId } = desk.publish.body.parse(parse(bytes))
        return model.publish(me, desk.publish.params.parse(params).articleId, revisionId)
      }
      case 'article':
        return model.article(desk.article.params.parse(params).articleId)
      case 'operation': {
        const operation = this.#operations.get(desk.operation.params.parse(params).key)
        if (operation === undefined) throw new GalleyError('not_found')
        return operation
      }
      case 'putMedia': {
        const hash = hashBytes(bytes)
        if (params['hash'] !== hash) throw new GalleyError('invalid_input')
        model.putMedia(hash, bytes, request.headers['content-type'] ?? '')
        return {}
      }
      case 'getMedia': {
        const file = model.media.get(MediaHash.parse(params['hash']))
        if (file === undefined) throw new GalleyError('not_found')
        return file.bytes
      }
      case 'record':
        throw new GalleyError('not_found')
    }
  }

  async #changes(me: Person, { since, wait }: { since: number; wait: number }): Promise<unknown> {
    if (this.model.seq === since && wait > 0) {
      await new Promise<void>((resolve) => {
        this.#pollers.push(resolve)
      })
    }
    const after = since > this.model.seq ? 0 : since
    const entries = this.model.log.filter(({ seq }) => seq > after)
    const changes = entries.flatMap(({ seq, articleId, working, also }) => {
      if (articleId === null) return [{ what: 'newsroom', seq }]
      const article = this.model.seenBy(articleId, me)
      const told = !working || also === me.id || writesIn(article, me.id)
      return told ? [{ what: 'article', seq, article }] : []
    })
    return { seq: this.model.seq, changes }
  }
}

/** A running desk of this test with these people. */
export async function startDesk(people: Person[]): Promise<DeskServer> {
  const server = new DeskServer(people)
  await server.listen()
  onTestFinished(() => server.close())
  return server
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(z.instanceof(Uint8Array).parse(chunk))
  return Buffer.concat(chunks)
}

const parse = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'))

function statusOf(error: unknown): number {
  if (!(error instanceof GalleyError)) return 500
  if (error.code === 'unauthenticated') return 401
  return error.code === 'not_found' ? 404 : 409
}
