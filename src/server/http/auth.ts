import type { FastifyRequest } from 'fastify'

import type { Caller } from '../accounts/tokens.ts'
import { callerOf } from '../accounts/tokens.ts'
import type { Store } from '../storage/open.ts'
import type { Clock } from '#shared/domain/time.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, on routes for devices; set before the body is read. */
    caller: Caller | null
  }
}

/** A hook that lets nobody pass without a token of a device in good standing. */
export function authenticate(store: Store, clock: Clock) {
  return async (request: FastifyRequest): Promise<void> => {
    const token = /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined) throw new GalleyError('unauthenticated', { reason: 'token' })
    request.caller = await store.read((read) => callerOf(read, token, clock()))
  }
}

export function callerFrom({ caller }: FastifyRequest): Caller {
  if (caller === null) throw new TypeError('the route has no authentication')
  return caller
}
