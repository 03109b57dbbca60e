import { join } from 'node:path'

import { openCore } from '#core/app.ts'
import { silentLogger } from '#shared/log.ts'
import { secretsFile } from '#main/common/secretsFile.ts'
import { wireToParent } from '#main/processes/forkWire.ts'
import { multiplex } from '#main/processes/wire.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'

/** A core in a process of its own, to be killed: `node core.ts <data folder>`. Each port that is opened is a window. */
const [, , dataDir] = process.argv
if (dataDir === undefined) throw new Error('usage: core.ts <data folder>')

const core = await openCore({ dataDir, secrets: secretsFile(join(dataDir, 'secrets.json')), log: silentLogger })
multiplex(wireToParent(), (_name, port) => core.serve(portTransport(port)))
process.once('disconnect', () => process.exit())
process.send?.({ frame: 'ready' })
