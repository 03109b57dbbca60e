import { existsSync } from 'node:fs'
import { dirname } from 'node:path'

import type { DiskTrouble, DiskTroubleCode } from '#shared/contract/recovery.ts'
import { diskTroubleOf } from '#shared/contract/recovery.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import type { Dispose, Transport } from '#shared/rpc/transport.ts'
import type { Core } from '../app.ts'
import type { CoreOptions } from '../options.ts'
import { openCore } from '../app.ts'
import { probeFolder } from '../db/probe.ts'
import { after } from '../timers.ts'
import type { Unwritable } from './handlers.ts'
import { openNothing, openReading } from './openReading.ts'

/** Milliseconds between two looks at the disk. */
const pause = 5_000

/**
 * Opens the profile whatever the disk is like: for writing where that is possible, otherwise for reading, and where not
 * even that is, to say what is wrong. Goes over to writing by itself once the disk is well again, or when a window asks:
 * windows then lose their connection for a moment and come back. Throws what has nothing to do with the disk.
 */
export async function openCoreAnyway(options: CoreOptions): Promise<Core> {
  try {
    return await openCore(options)
  } catch (error) {
    const code = diskTroubleOf(error)
    if (code === null) throw error
    options.log.error('the profile cannot be written to', { folder: options.dataDir, code, error: String(error) })
    return new UnwritableCore(options, code)
  }
}

class UnwritableCore implements Core {
  readonly #options: CoreOptions
  readonly #windows = new Map<Transport, Dispose>()
  #code: DiskTroubleCode
  #core: Core
  #readable = true
  #written = false
  #trying: Promise<void> | null = null
  /** What still reads the library as it is. */
  #reading: Promise<unknown> = Promise.resolve()
  #cancel: Dispose = () => {}
  #closed = false

  constructor(options: CoreOptions, code: DiskTroubleCode) {
    this.#options = options
    this.#code = code
    this.#core = this.#read()
    this.#waitForTheDisk()
  }

  serve(transport: Transport): Dispose {
    const leave = this.#core.serve(transport)
    this.#windows.set(transport, leave)
    transport.onClose(() => this.#windows.delete(transport))
    return () => {
      this.#windows.delete(transport)
      leave()
    }
  }

  mediaFile(hash: MediaHash): ReturnType<Core['mediaFile']> {
    return this.#core.mediaFile(hash)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#cancel()
    await this.#trying?.catch(() => undefined)
    await this.#core.close()
  }

  #read(): Core {
    const unwritable: Unwritable = {
      trouble: () => this.#trouble(),
      retry: () => this.#retry(),
      during: (work) => {
        this.#reading = Promise.allSettled([this.#reading, work])
        return work
      },
    }
    try {
      return openReading(this.#options, unwritable)
    } catch (error) {
      this.#options.log.error('the profile cannot be read either', { error: String(error) })
      this.#readable = false
      return openNothing(this.#options, unwritable)
    }
  }

  #trouble(): DiskTrouble {
    return { code: this.#code, folder: this.#options.dataDir, readable: this.#readable }
  }

  #waitForTheDisk(): void {
    this.#cancel = (this.#options.after ?? after)(pause, () => {
      const { dataDir } = this.#options
      const isWell = probeFolder(existsSync(dataDir) ? dataDir : dirname(dataDir)) === null
      const tried = isWell ? this.#retry().catch(() => undefined) : Promise.resolve()
      void tried.then(() => {
        if (!this.#closed && !this.#written) this.#waitForTheDisk()
      })
    })
  }

  /** Throws what is still wrong. */
  #retry(): Promise<void> {
    this.#trying ??= this.#open().finally(() => (this.#trying = null))
    return this.#trying
  }

  async #open(): Promise<void> {
    await this.#reading
    if (this.#written || this.#closed) return
    let core: Core
    try {
      core = await openCore(this.#options)
    } catch (error) {
      this.#code = diskTroubleOf(error) ?? this.#code
      throw error
    }
    this.#options.log.info('the profile can be written to again', { folder: this.#options.dataDir })
    this.#written = true
    this.#cancel()
    const reading = this.#core
    this.#core = core
    await reading.close()
    // Their connection ends, and the next one leads to the library that takes words again.
    for (const [transport, leave] of this.#windows) {
      leave()
      transport.close()
    }
    this.#windows.clear()
  }
}
