import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { diskError } from '#core/db/errors.ts'
import { lockProfile } from '#core/db/profileLock.ts'
import type { Pictures } from '#pictures/contract.ts'
import type { RunningServer } from '#server/app.ts'
import { startServer } from '#server/app.ts'
import { seedTrial, trialSecret } from '#server/trial/seedTrial.ts'
import { createClient } from '#shared/rpc/client.ts'
import { toWire } from '#shared/rpc/errors.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'
import { createServer } from '#shared/rpc/server.ts'
import type { Dispose, Transport } from '#shared/rpc/transport.ts'

import { jsonLog } from '../common/log.ts'
import type { ServerSettings } from './control.ts'
import { controlPort, serverChildContract, serverParentContract } from './control.ts'
import { acceptPorts } from './parent.ts'

/*
 * The publishing server of the trial newsroom, in a process of its own as a real one would be: it can be killed, and
 * desktops then do what they do without a network.
 */
const log = jsonLog('server')

acceptPorts((name, port) => {
  if (name === controlPort) void run(portTransport(port))
})

async function run(control: Transport): Promise<void> {
  const { call } = createClient(serverParentContract, control)
  const settings = await call.server.settings({})
  try {
    await mkdir(settings.folder, { recursive: true, mode: 0o700 })
    // One host for each trial newsroom: a second one would run a second server on the same database.
    const unlock = lockProfile(settings.folder, settings.instance)
    const server = await listen(settings, call.pictures)
    const people = await seedTrial(server.newsroom, await trialSecret(join(settings.folder, 'trial.key')))
    serveParent(server, unlock, control)
    await call.server.ready({ url: server.url, siteUrl: server.siteUrl, people })
  } catch (error) {
    log.error('the trial newsroom cannot be opened', { error })
    await call.server.failed(toWire(diskError(error, settings.folder))).catch(() => undefined)
    process.exit(1)
  }
}

/** At the port of the last start, so that links and enrolments go on working; at any other where that is taken. */
async function listen({ folder, port }: ServerSettings, pictures: Pictures): Promise<RunningServer> {
  const at = (port: number) => startServer({ dataDir: join(folder, 'server'), host: '127.0.0.1', port, pictures, log })
  try {
    return await at(port)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    log.warn('the port of the last start is taken', { port })
    return await at(0)
  }
}

function serveParent(server: RunningServer, unlock: Dispose, control: Transport): void {
  const close = async (): Promise<void> => {
    await server.close()
    unlock()
  }
  const onDefect = (error: unknown, method: string) => log.error('a call failed unexpectedly', { method, error })
  const handlers = {
    server: {
      async stop() {
        await close()
        return {}
      },
    },
  }
  createServer(serverChildContract, handlers, { onDefect }).serve(control)
  // Nobody is left to serve: the program that started this one is gone.
  control.onClose(() => void close().finally(() => process.exit(0)))
}
