import { openCore } from '#core/app.ts'
import { silentLogger } from '#shared/log.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'

/** A core in a process of its own, served over the process channel and made to be killed: `node coreProcess.ts FOLDER`. */
const core = await openCore({
  dataDir: process.argv[2] ?? '',
  log: silentLogger,
  secrets: { get: () => Promise.resolve(null), set: () => Promise.resolve() },
  later: (work) => {
    const handle = setImmediate(work)
    return () => clearImmediate(handle)
  },
})

core.serve(
  portTransport({
    post: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.on('disconnect', listener),
    close: () => process.disconnect(),
  }),
)
process.send?.('ready')
