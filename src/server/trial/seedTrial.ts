import { createHmac, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'

import type { Person } from '#shared/domain/newsroom.ts'
import type { NewsroomAdmin } from '../admin.ts'
import { trialNewsroom, trialPeople } from './resources.ts'

/** A person of the trial newsroom, and how their desktop enrols. */
export interface TrialAccount extends Omit<Person, 'id'> {
  password: string
}

/**
 * Makes the trial newsroom on an empty server, or finishes making it, and says who works there. What people have
 * changed since is left alone. Passwords are derived from `secret`, so that the same secret gives the same ones again
 * and none has to be kept.
 */
export async function seedTrial(admin: NewsroomAdmin, secret: Uint8Array): Promise<TrialAccount[]> {
  const known = new Set((await admin.people()).map(({ account }) => account))
  if (known.size === 0) await admin.setNewsroom(await trialNewsroom())
  const accounts = (await trialPeople()).map((person) => ({
    ...person,
    password: trialPassword(secret, person.account),
  }))
  for (const account of accounts) {
    if (!known.has(account.account)) await admin.createPerson(account)
  }
  return accounts
}

/** The secret in `file`, which is written on first use and readable by this account only. */
export async function trialSecret(file: string): Promise<Uint8Array> {
  try {
    await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const secret = Buffer.from(await readFile(file, 'utf8'), 'hex')
  if (secret.byteLength !== 32) throw new Error(`${file} does not hold a secret; remove the trial newsroom's folder`)
  return secret
}

export const trialPassword = (secret: Uint8Array, account: string): string =>
  createHmac('sha256', secret).update(`galley/trial/${account}`).digest('base64url').slice(0, 24)
