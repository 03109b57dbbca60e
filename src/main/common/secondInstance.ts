import { isGalleyError } from '#shared/rpc/errors.ts'

import { Instance } from '../processes/control.ts'

/** What the Galley that has the folder open says of itself; null when `error` is about something else. */
export function firstInstance(error: unknown): Instance | null {
  if (!isGalleyError(error, 'profile_in_use')) return null
  return Instance.safeParse(error.details['instance']).data ?? { address: null }
}
