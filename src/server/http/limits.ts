import type { FastifyInstance, FastifyRequest } from 'fastify'
import rateLimit from '@fastify/rate-limit'

import { foldAccount } from '../accounts/people.ts'
import { GalleyError, isGalleyError } from '#shared/rpc/errors.ts'

/** How often one address may ask what needs no token, and how often a password may be wrong. */
export interface Limits {
  perAddressAndMinute: number
  wrongPasswordsPerAccount: number
}

export const defaultLimits: Limits = { perAddressAndMinute: 120, wrongPasswordsPerAccount: 10 }

/** Wrong passwords are forgotten after this long. */
const patience = 15 * 60 * 1000

export async function registerLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => new GalleyError('rate_limited') })
}

/**
 * Counts wrong passwords by account, from wherever they come, so that guessing does not scale with addresses. An account
 * is tried one attempt at a time: a password takes a while to check, and guesses that are checked together would all
 * begin before the first is counted.
 */
export function guardPasswords(app: FastifyInstance, { wrongPasswordsPerAccount }: Limits) {
  const wrong = app.createRateLimit({
    max: wrongPasswordsPerAccount - 1,
    timeWindow: patience,
    keyGenerator: ({ body }: FastifyRequest) => accountIn(body),
  })
  const inTurn = turns()
  return <T>(request: FastifyRequest, attempt: () => Promise<T>): Promise<T> =>
    inTurn(accountIn(request.body), async () => {
      const so = await wrong(request, { increment: false })
      if (!so.isAllowed && so.isExceeded) throw new GalleyError('rate_limited')
      try {
        return await attempt()
      } catch (error) {
        if (isGalleyError(error, 'wrong_password')) await wrong(request)
        throw error
      }
    })
}

/** Runs what has the same name one after the other, in the order in which it came. */
function turns() {
  const last = new Map<string, Promise<unknown>>()
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work)
    last.set(name, turn)
    try {
      return await turn
    } finally {
      if (last.get(name) === turn) last.delete(name)
    }
  }
}

const accountIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'account' in body ? foldAccount(String(body.account)) : ''
