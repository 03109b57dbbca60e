import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'

import type { CoreOptions } from '#core/options.ts'
import { openCore } from '#core/app.ts'
import { withDiskErrors } from '#core/db/errors.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { wireToParent } from '#main/processes/forkWire.ts'
import { multiplex } from '#main/processes/wire.ts'
import type { PictureFacts } from '#pictures/contract.ts'
import { silentLogger } from '#shared/log.ts'
import { toWire } from '#shared/rpc/errors.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'

/*
 * A core in a process of its own, made to be killed: `node child.mjs FOLDER [OFF|NORMAL]`. Each port that is opened is a
 * window; one named `close` closes the core in good order. The second argument makes every commit less durable than the
 * product's, to see that the harness notices.
 */
const [, , dataDir = '', weaker] = process.argv
if (weaker !== undefined) weaken(weaker)

const options: CoreOptions = {
  dataDir,
  log: silentLogger,
  secrets: { get: () => Promise.resolve(null), set: () => Promise.resolve() },
  // What is decoded in another process has no part in this.
  pictures: { inspect, preview: refuse, publish: refuse },
  archiveThread: join(import.meta.dirname, 'archive.mjs'),
  backupThread: join(import.meta.dirname, 'backup.mjs'),
  searchThread: join(import.meta.dirname, 'search.mjs'),
  // Journals are folded as soon as an answer is out, so that many foldings are met.
  later: (work) => {
    const handle = setImmediate(work)
    return () => clearImmediate(handle)
  },
}

// As the hosts are told it: processes/coreProcess.ts.
process.once('uncaughtException', (error) => {
  process.send?.({ frame: 'failed', error: toWire(error) })
  process.exitCode = 1
  process.disconnect()
})

// The first start makes the library, and may have died before; whose it is has to be known before anything can be written.
const library = join(dataDir, 'library.db')
if ((statSync(library, { throwIfNoEntry: false })?.size ?? 0) === 0) await (await openCore(options)).close()
if (!withDiskErrors(dataDir, isEnrolled)) enrolLocally(dataDir)

const core = await openCore(options)
multiplex(wireToParent(), (name, port) => {
  if (name === 'close') void core.close().finally(() => process.exit(0))
  else core.serve(portTransport(port))
})
process.once('disconnect', () => process.exit())
process.send?.({ frame: 'ready' })

/** Of the PNGs that the harness makes. */
async function inspect({ path }: { path: string }): Promise<PictureFacts> {
  const header = (await readFile(path)).subarray(0, 24)
  const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)]
  return { mimeType: 'image/png', width, height, frames: 1, words: {} }
}

function refuse(): never {
  throw new Error('the harness asks for no renditions')
}

/** Read past core: opening the library would bring it up to date, and that is for core to do. */
function isEnrolled(): boolean {
  const db = new Sqlite(library, { readonly: true })
  try {
    return db.prepare(`SELECT 1 FROM settings WHERE name = 'enrolment'`).get() !== undefined
  } finally {
    db.close()
  }
}

/** The product sets `synchronous` to FULL and reads it back: it is told that it was. */
function weaken(level: string): void {
  const pragma = Reflect.get(Sqlite.prototype, 'pragma')
  Sqlite.prototype.pragma = function (this: Sqlite.Database, source: string, pragmaOptions?: Sqlite.PragmaOptions) {
    if (source === 'synchronous') return 2
    return pragma.call(this, source === 'synchronous = FULL' ? `synchronous = ${level}` : source, pragmaOptions)
  }
}
