import { Worker } from 'node:worker_threads'
import { fileURLToPath } from 'node:url'

import type { WireError } from '#shared/rpc/errors.ts'
import { fromWire, GalleyError } from '#shared/rpc/errors.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { After } from '../timers.ts'
import type { BackupJob, BackupResult, MadeBackup } from './job.ts'

/** The thread's program when core runs from its sources; hosts that are bundled name theirs. */
export const backupThread: string = fileURLToPath(new URL('worker.ts', import.meta.url))

/** What the thread says: that the backup lies beside the library, and then how all of it ended. */
export type Answer = { made: MadeBackup } | { result: BackupResult } | { error: WireError }

/** Milliseconds that the second place may take after the first is done. A disk of a network can be silent for ever. */
const patience = 15 * 60_000

export interface RunningBackup {
  readonly result: Promise<BackupResult>
  /** Breaks it off. What was half done is removed by the next one. */
  stop(): Promise<void>
}

/** Makes one backup in a thread of its own. A second place that does not answer counts as absent. */
export function runBackup(program: string, job: BackupJob, after: After): RunningBackup {
  const worker = new Worker(program, { workerData: job })
  let cancel: Dispose = () => {}
  worker.once('exit', () => cancel())
  const result = new Promise<BackupResult>((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if ('result' in answer) resolve(answer.result)
      else if ('error' in answer) reject(fromWire(answer.error))
      else
        cancel = after(patience, () => {
          resolve({ backup: answer.made, second: 'absent' })
          void worker.terminate()
        })
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new GalleyError('disconnected', { reason: 'the backup was broken off' })))
  })
  return {
    result,
    async stop() {
      await worker.terminate()
    },
  }
}
