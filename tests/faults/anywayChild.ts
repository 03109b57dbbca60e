import { join } from 'node:path'

import { openCoreAnyway } from '#core/unwritable/openAnyway.ts'
import { testPictures } from '#core/testing/pictures.ts'
import { wireToParent } from '#main/processes/forkWire.ts'
import { multiplex } from '#main/processes/wire.ts'
import { silentLogger } from '#shared/log.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'

/* A core as the hosts start it, whatever the disk is like: `node anyway.mjs FOLDER`. Each port is a window. */
const [, , dataDir = ''] = process.argv
const core = await openCoreAnyway({
  dataDir,
  log: silentLogger,
  secrets: { get: () => Promise.resolve(null), set: () => Promise.resolve() },
  pictures: testPictures,
  archiveThread: join(import.meta.dirname, 'archive.mjs'),
  backupThread: join(import.meta.dirname, 'backup.mjs'),
  searchThread: join(import.meta.dirname, 'search.mjs'),
})
multiplex(wireToParent(), (name, port) => {
  if (name === 'close') void core.close().finally(() => process.exit(0))
  else core.serve(portTransport(port))
})
process.once('disconnect', () => process.exit())
process.send?.({ frame: 'ready' })
