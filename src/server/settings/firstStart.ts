import { randomBytes } from 'node:crypto'

import type { NewsroomAdmin } from '../admin.ts'
import type { Settings } from './settings.ts'
import { readJson, SettingsError } from './settings.ts'
import { Newsroom } from '#shared/domain/newsroom.ts'

/** The newsroom of `newsroomFile`, or null when none is named. */
export function readNewsroomFile(path: string | undefined): Newsroom | null {
  if (path === undefined) return null
  const result = Newsroom.safeParse(readJson(path))
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new SettingsError([`${path} does not describe a newsroom:`, ...problems].join('\n'))
}

/**
 * Makes the administrator of a server that has nobody yet. Answers the password if it had to make one up, which
 * `refuseUnsafe` lets happen on the loopback interface only.
 */
export async function welcomeAdministrator(
  admin: NewsroomAdmin,
  { administrator }: Settings,
): Promise<{ account: string; madeUp: string | null } | null> {
  if ((await admin.people()).length > 0) return null
  const { account, name, password = randomBytes(12).toString('base64url') } = administrator
  await admin.createPerson({ account, name, roles: ['administrator'], password })
  return { account, madeUp: administrator.password === undefined ? password : null }
}
