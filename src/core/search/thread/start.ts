import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

import type { Logger } from '#shared/log.ts'
import { createClient } from '#shared/rpc/client.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'
import type { IndexCalls } from '../index/indexContract.ts'
import { indexContract } from '../index/indexContract.ts'
import { threadPort } from './port.ts'

/** The index of a profile, wherever it runs. */
export interface IndexLink {
  readonly call: IndexCalls
  /** Resolves when it has ended, by itself or not; what was asked and not answered fails with `disconnected`. */
  readonly ended: Promise<void>
  /** Ends it, whatever it is doing. What it did not commit is done again the next time. */
  end(): Promise<void>
}

/** The thread's program when core runs from its sources. A bundle says where it is: see CoreOptions. */
export const searchThread: string = fileURLToPath(new URL('../worker.ts', import.meta.url))

export type StartIndex = () => IndexLink

/** In a thread of its own: an index that takes a second over something holds up nobody who types. */
export const inThread = (dataDir: string, log: Logger, program: string): StartIndex => {
  return () => {
    // It shall not inherit an inspector, a loader or a test runner's hooks.
    const worker = new Worker(program, { workerData: dataDir, execArgv: [] })
    worker.on('error', (error) => log.error('the search thread failed', { error: String(error) }))
    const client = createClient(indexContract, portTransport(threadPort(worker)))
    const ended = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        client.close()
        resolve()
      })
    })
    return {
      call: client.call.index,
      ended,
      async end() {
        await worker.terminate()
        await ended
      },
    }
  }
}
