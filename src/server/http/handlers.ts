import type { z } from 'zod'

import { enrol } from '../accounts/enrolment.ts'
import { allPeople } from '../accounts/people.ts'
import type { Caller } from '../accounts/tokens.ts'
import { issueChallenge, issueToken, tokenSeconds } from '../accounts/tokens.ts'
import { loadVisible } from '../desk/articles.ts'
import { setCoWriter } from '../desk/coWriters.ts'
import { lineAfter } from '../desk/line.ts'
import { readNewsroom } from '../desk/newsroom.ts'
import type { Act } from '../desk/operations.ts'
import { doOnce, findAnswer } from '../desk/operations.ts'
import { recordOf } from '../desk/record.ts'
import { giveVerdict, submitRevision } from '../desk/review.ts'
import { loadVisibleRevision, putRevision } from '../desk/revisions.ts'
import { publish } from '../publications/publish.ts'
import { preparePictures } from '../publications/renditions.ts'
import type { DeskContext } from './context.ts'
import { DeskArticle, Receipt, writesIn } from '#shared/domain/article.ts'
import type { IdempotencyKey } from '#shared/domain/ids.ts'
import { toInstant } from '#shared/domain/time.ts'
import type { desk, Route } from '#shared/protocol/routes.ts'
import { fromWire, GalleyError, WireError } from '#shared/rpc/errors.ts'

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined

export interface DeskRequest<R extends Route> {
  params: R extends { params: infer P } ? Parsed<P> : undefined
  query: R extends { query: infer Q } ? Parsed<Q> : undefined
  body: R extends { body: infer B } ? Parsed<B> : undefined
  caller: R['auth'] extends 'device' ? Caller : null
  /** Of requests that have to carry one: see `needsKey`. */
  key: R extends { method: 'POST'; auth: 'device' } ? IdempotencyKey : null
  /** Aborted when the desktop hangs up. */
  signal: AbortSignal
}

type Desk = typeof desk
export type RouteName = keyof Desk

/** One function for each route of the protocol: one that is missing, or answers something else, does not compile. */
export type DeskHandlers = {
  readonly [N in RouteName]: (request: DeskRequest<Desk[N]>) => Promise<z.output<Desk[N]['response']>>
}

export function deskHandlers({ store, feed, clock, siteUrl, media, pictures }: DeskContext): DeskHandlers {
  /** Answers an act from its stored answer, so that the first time and every later time say the same. */
  async function once<T>(schema: z.ZodType<T>, act: Act, now: Date): Promise<T> {
    const { status, body } = await doOnce(store, act, now)
    if (status !== 200) throw fromWire(WireError.parse(body))
    return schema.parse(body)
  }

  return {
    enrol: async ({ body }) => ({ person: await enrol(store, body, clock()) }),
    challenge: async ({ body }) => ({ challenge: await issueChallenge(store, body.deviceId, clock()) }),
    token: async ({ body: { statement, signature } }) => ({
      token: await issueToken(store, statement, signature, clock()),
      expiresInSeconds: tokenSeconds,
    }),

    newsroom: ({ caller }) =>
      store.read(async (read) => ({
        newsroom: await readNewsroom(read),
        people: await allPeople(read),
        me: caller.person,
        siteUrl: siteUrl(),
      })),
    changes: ({ query, caller, signal }) => feed.next(caller.person.id, query.since, query.wait, signal),

    article: ({ params, caller }) => store.read((read) => loadVisible(read, params.articleId, caller.person.id)),
    record: ({ params: { articleId }, caller }) =>
      store.read(async (read) => {
        await loadVisible(read, articleId, caller.person.id)
        return { articleId, entries: await recordOf(read, articleId) }
      }),
    getRevision: ({ params: { articleId, revisionId }, caller }) =>
      store.read((read) => loadVisibleRevision(read, articleId, revisionId, caller.person.id)),
    putRevision({ params: { articleId, revisionId }, body, caller }) {
      const at = toInstant(clock())
      return store.write((tx) => putRevision(tx, caller, articleId, revisionId, body, at))
    },
    line: ({ params: { articleId }, query, caller }) =>
      store.read(async (read) => {
        const article = await loadVisible(read, articleId, caller.person.id)
        if (!writesIn(article, caller.person.id)) throw new GalleyError('not_found', { articleId })
        return { entries: await lineAfter(read, articleId, query.after) }
      }),

    setCoWriter({ params: { articleId }, body, caller, key }) {
      const now = clock()
      const perform: Act['perform'] = (tx) => setCoWriter(tx, caller, articleId, body, toInstant(now))
      const act = { name: 'setCoWriter', caller, key, articleId, revisionId: null, request: body, perform } as const
      return once(DeskArticle, act, now)
    },

    submit({ params: { articleId }, body, caller, key }) {
      const now = clock()
      const { revisionId } = body
      const perform: Act['perform'] = (tx) => submitRevision(tx, caller, articleId, revisionId, now)
      return once(DeskArticle, { name: 'submit', caller, key, articleId, revisionId, request: body, perform }, now)
    },
    giveVerdict({ params: { articleId }, body, caller, key }) {
      const now = clock()
      const { revisionId } = body.statement
      const perform: Act['perform'] = (tx) => giveVerdict(tx, caller, articleId, body, now)
      return once(DeskArticle, { name: 'giveVerdict', caller, key, articleId, revisionId, request: body, perform }, now)
    },
    async publish({ params: { articleId }, body, caller, key }) {
      const now = clock()
      const order = { articleId, ...body }
      const prepared = await preparePictures({ store, media, pictures }, caller, order)
      const perform: Act['perform'] = (tx) => publish(tx, caller, order, prepared, siteUrl(), now)
      return await once(Receipt, { name: 'publish', caller, key, ...order, request: body, perform }, now)
    },
    operation: ({ params, caller }) => store.read((read) => findAnswer(read, caller.person.id, params.key)),
  }
}
