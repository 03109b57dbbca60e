import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'

import { UnreadUpload } from '../desk/revisions.ts'
import { authenticate, callerFrom } from './auth.ts'
import type { DeskContext } from './context.ts'
import type { RouteName } from './handlers.ts'
import { deskHandlers } from './handlers.ts'
import type { Limits } from './limits.ts'
import { guardPasswords } from './limits.ts'
import { responsesOf } from './openapi.ts'
import { IdempotencyKey } from '#shared/domain/ids.ts'
import type { Route } from '#shared/protocol/routes.ts'
import { desk, idempotencyHeader } from '#shared/protocol/routes.ts'

export const deskPrefix = '/desk/v1'

/** The longest articles, with the originals that they keep beside the copy, stay well below. In bytes. */
const maxRevisionBytes = 20 * 1024 * 1024

/** The other headers stay as they came. */
const KeyHeader = z.looseObject({ [idempotencyHeader]: IdempotencyKey })

/** Registers every route of the protocol, in a scope whose prefix is `deskPrefix`. */
export function registerDeskRoutes(app: FastifyInstance, context: DeskContext, limits: Limits): void {
  const handlers = deskHandlers(context)
  const onRequest = authenticate(context.store, context.clock)
  const guard = guardPasswords(app, limits)

  for (const name of Object.keys(desk) as RouteName[]) {
    const route: Route = desk[name]
    // The validators of this route made what its handler is given; TypeScript cannot follow that through the loop.
    const handle = handlers[name] as (request: unknown) => Promise<unknown>
    const answer = (request: FastifyRequest) => handle(requestOf(route, request))
    app.route({
      method: route.method,
      url: route.path.slice(deskPrefix.length),
      schema: schemaOf(name, route),
      ...(route.auth === 'device' ? { onRequest } : { config: { rateLimit: perMinute(limits) } }),
      ...(name === 'putRevision' ? { bodyLimit: maxRevisionBytes } : {}),
      handler: (request) => (name === 'enrol' ? guard(request, () => answer(request)) : answer(request)),
    })
  }
}

function schemaOf(name: RouteName, route: Route) {
  const { summary, params, query, body, response, errors, auth } = route
  return {
    operationId: name,
    summary,
    ...(auth === 'device' ? { security: [{ device: [] }] } : {}),
    ...(needsKey(route) ? { headers: KeyHeader } : {}),
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    // A document is read by its own rules, which know older and newer versions; see UnreadUpload.
    ...(body === undefined ? {} : { body: name === 'putRevision' ? UnreadUpload : body }),
    response: responsesOf(response, errors),
  } satisfies RouteOptions['schema']
}

/** Acts change what others see and are done once under their key. Signing in hands out secrets, which are never stored. */
const needsKey = ({ method, auth }: Route): boolean => method === 'POST' && auth === 'device'

function requestOf(route: Route, request: FastifyRequest) {
  const { params, query, body } = request
  return {
    params,
    query,
    body,
    caller: route.auth === 'device' ? callerFrom(request) : null,
    key: needsKey(route) ? KeyHeader.parse(request.headers)[idempotencyHeader] : null,
    /** Made when first asked for: only a long poll listens. */
    get signal() {
      return request.signal
    },
  }
}

const perMinute = ({ perAddressAndMinute }: Limits) => ({ max: perAddressAndMinute, timeWindow: 60_000 })
