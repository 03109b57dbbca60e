import type { z } from 'zod'

import type { Store } from '../storage/open.ts'
import { enrolDevice } from './devices.ts'
import { passwordMatches } from './passwords.ts'
import { findAccount } from './people.ts'
import type { Person } from '#shared/domain/newsroom.ts'
import { toInstant } from '#shared/domain/time.ts'
import type { desk } from '#shared/protocol/routes.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

type EnrolmentRequest = z.output<(typeof desk)['enrol']['body']>

/** Binds a desktop's key to the person who knows the password. Throws `wrong_password` or `conflict`. */
export async function enrol(store: Store, request: EnrolmentRequest, now: Date): Promise<Person> {
  const { account, password, deviceId, deviceName, publicKey } = request
  const found = await store.read((read) => findAccount(read, account))
  const matches = await passwordMatches(password, found?.passwordHash ?? null)
  if (found === null || !matches) throw new GalleyError('wrong_password')
  const { person } = found
  await store.write((tx) =>
    enrolDevice(tx, { id: deviceId, personId: person.id, name: deviceName, publicKey, enrolledAt: toInstant(now) }),
  )
  return person
}
