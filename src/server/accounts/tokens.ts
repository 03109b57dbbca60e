import { createHash, randomBytes } from 'node:crypto'

import { isSignedBy } from './keys.ts'
import { findDevice } from './devices.ts'
import { toPerson } from './people.ts'
import type { Readable, Store } from '../storage/open.ts'
import { canonicalBytes } from '#shared/document/canonical.ts'
import type { DeviceId } from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/newsroom.ts'
import type { Instant } from '#shared/domain/time.ts'
import { toInstant } from '#shared/domain/time.ts'
import type { TokenStatement } from '#shared/protocol/routes.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

export const challengeSeconds = 60
export const tokenSeconds = 15 * 60

/** Who asks, as their token says. Roles are read with every request, so that taking one away works at once. */
export interface Caller {
  person: Person
  deviceId: DeviceId
}

/** Answers for unknown devices too, so that asking does not tell which ones are enrolled. */
export async function issueChallenge(store: Store, deviceId: DeviceId, now: Date): Promise<string> {
  const challenge = secret()
  await store.write(async (tx) => {
    await tx.deleteFrom('challenges').where('expiresAt', '<=', toInstant(now)).execute()
    if ((await findDevice(tx, deviceId)) === null) return
    await tx
      .insertInto('challenges')
      .values({ challenge, deviceId, expiresAt: later(now, challengeSeconds) })
      .execute()
  })
  return challenge
}

/** A token for a signed challenge. The challenge is spent by trying, whether the signature holds or not. */
export async function issueToken(
  store: Store,
  statement: TokenStatement,
  signature: string,
  now: Date,
): Promise<string> {
  if (!(await spendChallenge(store, statement, now))) throw new GalleyError('unauthenticated', { reason: 'challenge' })
  const token = secret()
  await store.write(async (tx) => {
    const device = await findDevice(tx, statement.deviceId)
    if (device === null) throw new GalleyError('unauthenticated', { reason: 'device' })
    if (!isSignedBy(device.publicKey, canonicalBytes(statement), signature)) throw new GalleyError('bad_signature')
    if (device.revokedAt !== null) throw new GalleyError('revoked_key')
    await tx.deleteFrom('tokens').where('expiresAt', '<=', toInstant(now)).execute()
    await tx
      .insertInto('tokens')
      .values({ hash: hashOf(token), deviceId: device.id, expiresAt: later(now, tokenSeconds) })
      .execute()
  })
  return token
}

/**
 * Throws `unauthenticated`, for a revoked device too: asking for the next token tells it why. `revoked_key` is the answer
 * to an act that carries a signature, and a desktop could not tell the two apart.
 */
export async function callerOf(read: Readable, token: string, now: Date): Promise<Caller> {
  const row = await read
    .selectFrom('tokens')
    .innerJoin('devices', 'devices.id', 'tokens.deviceId')
    .innerJoin('people', 'people.id', 'devices.personId')
    .select(['tokens.deviceId', 'tokens.expiresAt', 'devices.revokedAt'])
    .select(['people.id', 'people.account', 'people.name', 'people.roles'])
    .where('tokens.hash', '=', hashOf(token))
    .executeTakeFirst()
  if (row === undefined) throw new GalleyError('unauthenticated', { reason: 'token' })
  if (row.revokedAt !== null) throw new GalleyError('unauthenticated', { reason: 'revoked' })
  if (row.expiresAt <= toInstant(now)) throw new GalleyError('unauthenticated', { reason: 'expired' })
  return { person: toPerson(row), deviceId: row.deviceId }
}

async function spendChallenge(store: Store, statement: TokenStatement, now: Date): Promise<boolean> {
  const spent = await store.write((tx) =>
    tx
      .deleteFrom('challenges')
      .where('challenge', '=', statement.challenge)
      .returning(['deviceId', 'expiresAt'])
      .executeTakeFirst(),
  )
  return spent !== undefined && spent.deviceId === statement.deviceId && spent.expiresAt > toInstant(now)
}

const secret = (): string => randomBytes(32).toString('base64url')
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const later = (now: Date, seconds: number): Instant => toInstant(new Date(now.getTime() + seconds * 1000))
