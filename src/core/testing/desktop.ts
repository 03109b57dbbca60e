import { onTestFinished } from 'vitest'

import type { CoreCalls, CoreEvent } from '#shared/contract/core.ts'
import { coreContract } from '#shared/contract/core.ts'
import { createClient } from '#shared/rpc/client.ts'
import { memoryTransports } from '#shared/rpc/memory.ts'
import type { Core } from '#core/app.ts'
import type { CoreOptions } from '#core/options.ts'
import { openCore } from '#core/app.ts'
import type { Logger } from '#shared/log.ts'
import { silentLogger } from '#shared/log.ts'
import type { SecretStore } from '#core/secrets.ts'
import { temporaryFolder } from './folder.ts'
import { testPictures } from './pictures.ts'
import { password } from './newsroom.ts'

export interface Desktop {
  readonly core: Core
  readonly call: CoreCalls
  readonly dataDir: string
  readonly secrets: SecretStore
  /** Names of the events that this desktop told, in order. */
  readonly events: CoreEvent[]
  /** As a person closes it: the core runs on. */
  closeWindow(): void
  /** The same profile in a new core, with other options where given. */
  restart(other?: Partial<CoreOptions>): Promise<Desktop>
}

/** A defect anywhere in core shows in the output of the test that met it. */
const loudLogger: Logger = {
  ...silentLogger,
  error: (message, facts) => void process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
}

export function memorySecrets(): SecretStore {
  const secrets = new Map<string, string>()
  return {
    get: (name) => Promise.resolve(secrets.get(name) ?? null),
    set(name, value) {
      secrets.set(name, value)
      return Promise.resolve()
    },
  }
}

/** A core with a window, as a host runs it, closed after the test. Its back-off never ends by itself: tests ask for rounds. */
export async function openDesktop(options: Partial<CoreOptions> = {}): Promise<Desktop> {
  const dataDir = options.dataDir ?? temporaryFolder()
  const secrets = options.secrets ?? memorySecrets()
  const events: CoreEvent[] = []
  const core = await openCore({
    log: loudLogger,
    pictures: testPictures,
    after: () => () => {},
    onEvent: (name) => events.push(name),
    ...options,
    dataDir,
    secrets,
  })
  const [window, backend] = memoryTransports()
  core.serve(backend)
  const { call } = createClient(coreContract, window)
  onTestFinished(() => core.close())
  const restart = async (other: Partial<CoreOptions> = {}) => {
    await core.close()
    return openDesktop({ ...options, dataDir, secrets, ...other })
  }
  return { core, call, dataDir, secrets, events, closeWindow: () => window.close(), restart }
}

/** Enrolled at the desk at `serverUrl` as `account`. */
export async function enrolledDesktop(
  serverUrl: string,
  account: string,
  options: Partial<CoreOptions> = {},
): Promise<Desktop> {
  const desktop = await openDesktop(options)
  await desktop.call.settings.enrol({ serverUrl, account, password })
  return desktop
}
