import { z } from 'zod'

import type { Readable, Writable } from '../storage/open.ts'
import type { Tables } from '../storage/schema.ts'
import { newPersonId } from '#shared/domain/ids.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/newsroom.ts'
import { Role } from '#shared/domain/roles.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

const columns = ['people.id', 'people.account', 'people.name', 'people.roles'] as const

export const toPerson = ({ id, account, name, roles }: Omit<Tables['people'], 'passwordHash'>): Person => ({
  id,
  account,
  name,
  roles: z.array(Role).parse(JSON.parse(roles)),
})

export async function allPeople(read: Readable): Promise<Person[]> {
  return (await read.selectFrom('people').select(columns).orderBy('account').execute()).map(toPerson)
}

export async function findPerson(read: Readable, id: PersonId): Promise<Person | null> {
  const row = await read.selectFrom('people').select(columns).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toPerson(row)
}

/** For signing in: the person together with the hash of the password. */
export async function findAccount(
  read: Readable,
  account: string,
): Promise<{ person: Person; passwordHash: string } | null> {
  const row = await read.selectFrom('people').selectAll().where('account', '=', foldAccount(account)).executeTakeFirst()
  return row === undefined ? null : { person: toPerson(row), passwordHash: row.passwordHash }
}

/** Throws `conflict` for an account that is taken. */
export async function addPerson(
  tx: Writable,
  { account, name, roles }: Omit<Person, 'id'>,
  passwordHash: string,
): Promise<Person> {
  if ((await findAccount(tx, account)) !== null) throw new GalleyError('conflict', { account })
  const person: Person = { id: newPersonId(), account: foldAccount(account), name, roles: [...new Set(roles)] }
  await tx
    .insertInto('people')
    .values({ ...person, roles: JSON.stringify(person.roles), passwordHash })
    .execute()
  return person
}

/** Accounts are typed on many keyboards: case and width make no difference. */
export const foldAccount = (account: string): string => account.normalize('NFKC').trim().toLowerCase()
