import type { Logger } from '#shared/log.ts'
import type { SecretStore } from '#core/secrets.ts'
import type { Pictures } from '#pictures/contract.ts'
import { coreContract } from '#shared/contract/core.ts'
import { diskTroubleOf } from '#shared/contract/recovery.ts'
import { createClient } from '#shared/rpc/client.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'

import type { Child } from '../processes/child.ts'
import type { Instance, TrialAccount } from '../processes/control.ts'
import { corePort } from '../processes/control.ts'
import type { Keeper } from '../processes/keepChild.ts'
import type { RunningCore } from '../processes/keepCore.ts'
import { keepCore } from '../processes/keepCore.ts'
import type { TrialNewsroom } from '../trial/newsroom.ts'

/** Whose profile: a person of the trial newsroom, or (null) whoever works at the real desk. */
export type Owner = { newsroom: TrialNewsroom; person: TrialAccount } | null

export interface Profile<C extends Child = Child> {
  readonly owner: Owner
  readonly dataDir: string
  readonly core: Keeper<RunningCore<C>>
}

export interface ProfileOptions<C extends Child> {
  owner: Owner
  dataDir: string
  instance: Instance
  launchCore: () => C
  pictures: Pictures
  secrets: (dataDir: string) => SecretStore
  log: Logger
}

/** Opens a profile and, in the trial newsroom, has its person welcomed. Throws what either throws, and holds nothing then. */
export async function openProfile<C extends Child>(options: ProfileOptions<C>): Promise<Profile<C>> {
  const { owner, dataDir, instance, launchCore, pictures, secrets, log } = options
  const core = keepCore({
    launch: launchCore,
    settings: { dataDir, instance },
    secrets: secrets(dataDir),
    pictures,
    log,
  })
  try {
    const { child } = await core.running()
    if (owner !== null) {
      const client = createClient(coreContract, portTransport(child.open(corePort)))
      await owner.newsroom
        .welcome(owner.person, client.call)
        .catch((error: unknown) => {
          // Its window says what is wrong with the disk, and the next start goes on with the welcome.
          if (diskTroubleOf(error) === null) throw error
          log.warn('a person was not welcomed', { account: owner.person.account, error: String(error) })
        })
        .finally(() => client.close())
    }
  } catch (error) {
    // It holds the lock on the profile, and nobody would ever ask it to let go.
    await core.stop()
    throw error
  }
  return { owner, dataDir, core }
}

/**
 * The person of the trial newsroom behind `account`, and the folder of their profile; `folder` itself at a real desk.
 * @throws not_found for an account that nobody has
 */
export function ownerOf(
  newsroom: TrialNewsroom | null,
  account: string | null,
  folder: string,
): { owner: Owner; dataDir: string } {
  if (newsroom === null || account === null) return { owner: null, dataDir: folder }
  const person = newsroom.people.find((candidate) => candidate.account === account)
  if (person === undefined) throw new GalleyError('not_found', { account })
  return { owner: { newsroom, person }, dataDir: newsroom.profileFolder(account) }
}
