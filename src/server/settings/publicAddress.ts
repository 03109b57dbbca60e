import { isIP } from 'node:net'

import type { Settings } from './settings.ts'
import { SettingsError } from './settings.ts'

/** Shorter ones, and those that anyone would try first, are not let onto a public address. */
export const minPasswordLength = 12
const guessable = /change.?me|passw(or)?d|secret|galley|admin|123456|qwert/i

/** Whether other machines can reach what listens at `host`. A name may resolve to anything, so it counts as public. */
export function isPublic(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  if (bare === 'localhost' || bare === '::1') return false
  return !(isIP(bare) === 4 && bare.startsWith('127.'))
}

/**
 * Stops a start that would put an unprotected server before the world. `hasPeople` is false at the first start, when
 * the administrator's password is about to be used. Throws a `SettingsError` that says everything there is to set.
 */
export function refuseUnsafe({ host, siteUrl, administrator }: Settings, hasPeople: boolean): void {
  if (!isPublic(host)) return
  const problems: string[] = []
  if (siteUrl === undefined || !siteUrl.startsWith('https:')) {
    problems.push('GALLEY_SERVER_SITE_URL (siteUrl): the https address under which readers reach the site')
  }
  if (!hasPeople) problems.push(...passwordProblems(administrator.password ?? ''))
  if (problems.length === 0) return
  throw new SettingsError(
    [`${host} can be reached from other machines. Before the server listens there, set:`, ...problems.map(indent)].join(
      '\n',
    ),
  )
}

function passwordProblems(password: string): string[] {
  const name = 'GALLEY_SERVER_ADMIN_PASSWORD (administrator.password)'
  if (password.length < minPasswordLength) return [`${name}: at least ${minPasswordLength} characters`]
  return guessable.test(password) ? [`${name}: one that nobody would try first`] : []
}

const indent = (line: string): string => `  ${line}`
