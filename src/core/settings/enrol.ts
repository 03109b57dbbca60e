import { hostname } from 'node:os'

import type { Enrolment } from '#shared/domain/newsroom.ts'
import { newDeviceId, newIdempotencyKey } from '#shared/domain/ids.ts'
import { desk } from '#shared/protocol/routes.ts'
import { GalleyError, isGalleyError } from '#shared/rpc/errors.ts'
import type { CoreContext } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import type { SecretStore } from '../secrets.ts'
import type { DeskClient } from '../sync/deskClient.ts'
import { askForNewsroom } from '../sync/receiver.ts'
import { Session, SignedOut } from '../sync/session.ts'
import type { DeviceSigner } from './deviceKey.ts'
import { makeDeviceKey } from './deviceKey.ts'
import { storeNewsroom } from './newsroom.ts'
import { readSetting, writeSetting } from './repository.ts'

export interface Enrolling {
  readonly secrets: SecretStore
  readonly signer: DeviceSigner
  readonly clientFor: (serverUrl: string) => DeskClient
}

export interface Credentials {
  serverUrl: string
  account: string
  password: string
}

/**
 * Makes this desktop one of a desk's: a new key, the password once, and what the newsroom is, so that everything works
 * without a network from here on. A profile belongs to one person; the same one may enrol again, when a key was revoked.
 * Throws `conflict` for somebody else.
 */
export async function enrol(context: CoreContext, enrolling: Enrolling, credentials: Credentials): Promise<Enrolment> {
  const { db } = context
  const before = readSetting(db, 'enrolment')
  const sameAgain = before === undefined || before.person.account === credentials.account
  if (!sameAgain) throw new GalleyError('conflict', { account: before.person.account })
  try {
    return await register(context, enrolling, credentials)
  } catch (error) {
    if (error instanceof SignedOut) throw error.cause
    // Nobody waits for an enrolment but the person in front of it: whatever keeps the desk away is "not reachable".
    if (isGalleyError(error, 'timeout') || isGalleyError(error, 'server_unavailable')) {
      throw new GalleyError('offline', error.details, { cause: error })
    }
    throw error
  }
}

async function register(
  { db }: CoreContext,
  { secrets, signer, clientFor }: Enrolling,
  { serverUrl, account, password }: Credentials,
): Promise<Enrolment> {
  const { signal } = new AbortController()
  const client = clientFor(serverUrl)
  const deviceId = newDeviceId()
  const publicKey = await makeDeviceKey(secrets, deviceId)
  const body = { account, password, deviceName: hostname().slice(0, 200), deviceId, publicKey }
  const { person } = await client.call(desk.enrol, { body }, { signal, key: newIdempotencyKey() })
  const newsroom = await askForNewsroom(new Session(client, { deviceId }, signer), signal)
  const enrolment: Enrolment = { person, deviceId, serverUrl }
  transaction(db, (tx) => {
    const before = readSetting(tx, 'enrolment')
    if (before !== undefined && before.person.id !== person.id) throw new GalleyError('conflict', { account })
    writeSetting(tx, 'enrolment', enrolment)
    storeNewsroom(tx, newsroom)
  })
  return enrolment
}
