import type { Pictures } from '#pictures/contract.ts'
import type { Logger } from '#shared/log.ts'
import { createClient } from '#shared/rpc/client.ts'
import type { Handlers } from '#shared/rpc/contract.ts'
import { fromWire } from '#shared/rpc/errors.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'
import { createServer } from '#shared/rpc/server.ts'

import type { Child } from './child.ts'
import type { ServerFacts, ServerSettings } from './control.ts'
import { controlPort, serverChildContract, serverParentContract } from './control.ts'
import type { Keeper, Running } from './keepChild.ts'
import { keepChild } from './keepChild.ts'

export interface RunningServer extends Running {
  readonly facts: ServerFacts
}

export interface KeepServerOptions {
  folder: string
  launch: () => Child
  pictures: Pictures
  /** Asked at every start: a server that died comes back at the address that it had. */
  settings: () => Promise<ServerSettings>
  onReady: (facts: ServerFacts) => Promise<void>
  log: Logger
}

/** The embedded publishing server of the trial newsroom, kept running. */
export function keepServer({
  folder,
  launch,
  pictures,
  settings,
  onReady,
  log,
}: KeepServerOptions): Keeper<RunningServer> {
  const onDefect = (error: unknown, method: string) => log.error('a call failed unexpectedly', { method, error })

  const greet = (child: Child): Promise<RunningServer> =>
    new Promise((resolve, reject) => {
      const transport = portTransport(child.open(controlPort))
      const { call } = createClient(serverChildContract, transport)
      const handlers: Handlers<typeof serverParentContract> = {
        server: {
          settings,
          async ready(facts) {
            await onReady(facts)
            resolve({ child, facts, stop: () => call.server.stop({}) })
            return {}
          },
          failed(error) {
            reject(fromWire(error))
            return {}
          },
        },
        pictures,
      }
      createServer(serverParentContract, handlers, { onDefect }).serve(transport)
    })

  return keepChild({ name: 'server', folder, launch, greet, log })
}
