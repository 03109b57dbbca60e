import { Worker } from 'node:worker_threads'
import { fileURLToPath } from 'node:url'

import type { WireError } from '#shared/rpc/errors.ts'
import { fromWire, GalleyError } from '#shared/rpc/errors.ts'
import type { BackupJob, BackupResult } from './job.ts'

/** The thread's program when core runs from its sources; hosts that are bundled name theirs. */
export const backupThread: string = fileURLToPath(new URL('worker.ts', import.meta.url))

type Answer = { result: BackupResult } | { error: WireError; reason: string }

export interface RunningBackup {
  readonly result: Promise<BackupResult>
  /** Breaks it off. What was half done is removed by the next one. */
  stop(): Promise<void>
}

/** Makes one backup in a thread of its own. */
export function runBackup(program: string, job: BackupJob): RunningBackup {
  const worker = new Worker(program, { workerData: job })
  const result = new Promise<BackupResult>((resolve, reject) => {
    worker.once('message', (answer: Answer) => {
      if ('result' in answer) resolve(answer.result)
      else reject(fromWire(answer.error))
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
