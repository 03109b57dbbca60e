import type { Core } from '#core/app.ts'
import { openCoreAnyway } from '#core/unwritable/openAnyway.ts'
import { createClient } from '#shared/rpc/client.ts'
import type { Handlers } from '#shared/rpc/contract.ts'
import { toWire } from '#shared/rpc/errors.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'
import { createServer } from '#shared/rpc/server.ts'
import type { Transport } from '#shared/rpc/transport.ts'

import { jsonLog } from '../common/log.ts'
import { threadFile } from '../common/program.ts'
import { controlPort, coreChildContract, coreParentContract, corePort } from './control.ts'
import { acceptPorts } from './parent.ts'

/*
 * The core of one profile, in a process of its own: a window that hangs cannot hold up saving, and a core that dies
 * takes nothing with it that it had called saved.
 */
const log = jsonLog('core')

/** Ports of windows keep what they are told until the core listens. */
let opened: Promise<Core> | null = null
acceptPorts((name, port) => {
  if (name === controlPort) opened = open(portTransport(port))
  if (name === corePort) void opened?.then((core) => core.serve(portTransport(port)))
})

async function open(control: Transport): Promise<Core> {
  const { call } = createClient(coreParentContract, control)
  try {
    const { dataDir, instance } = await call.core.settings({})
    const core: Core = await openCoreAnyway({
      dataDir,
      instance,
      log,
      archiveThread: threadFile('archive'),
      backupThread: threadFile('backup'),
      searchThread: threadFile('search'),
      pictures: call.pictures,
      // Whoever keeps this process running starts the next one, which repairs the library.
      restart: () => void core.close().finally(() => process.exit(1)),
      secrets: {
        get: async (name) => (await call.secrets.get({ name })).value,
        set: async (name, value) => void (await call.secrets.set({ name, value })),
      },
    })
    serveParent(core, control)
    await call.core.ready({})
    return core
  } catch (error) {
    log.error('the data folder cannot be opened', { error })
    await call.core.failed(toWire(error)).catch(() => undefined)
    return process.exit(1)
  }
}

function serveParent(core: Core, control: Transport): void {
  const handlers: Handlers<typeof coreChildContract> = {
    core: {
      mediaFile: ({ hash }) => core.mediaFile(hash),
      async stop() {
        await core.close()
        return {}
      },
    },
  }
  const onDefect = (error: unknown, method: string) => log.error('a call failed unexpectedly', { method, error })
  createServer(coreChildContract, handlers, { onDefect }).serve(control)
  // Nobody is left to serve: the program that started this one is gone.
  control.onClose(() => void core.close().finally(() => process.exit(0)))
}
