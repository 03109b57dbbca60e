import type { Logger } from '#shared/log.ts'
import type { SecretStore } from '#core/secrets.ts'
import type { Pictures } from '#pictures/contract.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { createClient } from '#shared/rpc/client.ts'
import type { Handlers } from '#shared/rpc/contract.ts'
import { fromWire } from '#shared/rpc/errors.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'
import { createServer } from '#shared/rpc/server.ts'

import type { Child } from './child.ts'
import type { CoreSettings } from './control.ts'
import { controlPort, coreChildContract, coreParentContract } from './control.ts'
import type { Keeper, Running } from './keepChild.ts'
import { keepChild } from './keepChild.ts'

/** The file of a picture, or null when this profile has no such picture. */
export type FindMedia = (hash: MediaHash) => Promise<{ path: string; mimeType: string } | null>

export interface RunningCore<C extends Child = Child> extends Running {
  readonly child: C
  readonly mediaFile: FindMedia
}

export interface KeepCoreOptions<C extends Child> {
  launch: () => C
  settings: CoreSettings
  secrets: SecretStore
  pictures: Pictures
  log: Logger
}

/** The core of one profile, kept running. `running()` throws what `openCore` threw. */
export function keepCore<C extends Child>(options: KeepCoreOptions<C>): Keeper<RunningCore<C>> {
  const { launch, settings, secrets, pictures, log } = options
  const onDefect = (error: unknown, method: string) => log.error('a call failed unexpectedly', { method, error })

  const greet = (child: C): Promise<RunningCore<C>> =>
    new Promise((resolve, reject) => {
      // Both ends call and answer on this one port.
      const transport = portTransport(child.open(controlPort))
      const { call } = createClient(coreChildContract, transport)
      const running: RunningCore<C> = {
        child,
        mediaFile: (hash) => call.core.mediaFile({ hash }),
        stop: () => call.core.stop({}),
      }
      const handlers: Handlers<typeof coreParentContract> = {
        core: {
          settings: () => settings,
          ready() {
            resolve(running)
            return {}
          },
          failed(error) {
            reject(fromWire(error))
            return {}
          },
        },
        secrets: {
          get: async ({ name }) => ({ value: await secrets.get(name) }),
          async set({ name, value }) {
            await secrets.set(name, value)
            return {}
          },
        },
        pictures,
      }
      createServer(coreParentContract, handlers, { onDefect }).serve(transport)
    })

  return keepChild({ name: 'core', folder: settings.dataDir, launch, greet, log })
}
