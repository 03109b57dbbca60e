import { coreContract } from '#shared/contract/core.ts'
import { createServer } from '#shared/rpc/server.ts'
import type { Core } from '../app.ts'
import type { CoreOptions } from '../options.ts'
import { describe, serveLibrary } from '../app.ts'
import { migrations } from '../db/migrations/index.ts'
import { openUnwritable } from '../db/unwritable.ts'
import { libraryFile } from '../recovery/setAside.ts'
import { soundEnough } from '../recovery/soundEnough.ts'
import type { Unwritable } from './handlers.ts'
import { nothingToRead } from './handlers.ts'

/**
 * A profile on a disk that nothing can be written to: what was saved can be read, and nothing goes on in the
 * background. Takes no lock, because it changes nothing. Throws where there is nothing that this version can read.
 */
export function openReading(options: CoreOptions, unwritable: Unwritable): Core {
  const { dataDir, log } = options
  const db = openUnwritable(libraryFile(dataDir), log, migrations)
  try {
    soundEnough(db, false)
    return serveLibrary(options, { db, report: null }, () => {}, unwritable)
  } catch (error) {
    db.close()
    throw error
  }
}

/** Nothing of the profile can be read: windows come up all the same, and say why. */
export function openNothing({ log }: CoreOptions, unwritable: Unwritable): Core {
  const server = createServer(coreContract, nothingToRead(unwritable), {
    onDefect: (error, method) => log.error('defect', { method, error: describe(error) }),
  })
  return {
    serve: (transport) => server.serve(transport),
    mediaFile: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  }
}
