import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

import type { ArchiveContents, ArchiveProgress, ExportReport } from '#shared/contract/archives.ts'
import type { WireError } from '#shared/rpc/errors.ts'
import { fromWire, GalleyError } from '#shared/rpc/errors.ts'
import type { ExportJob } from './exportLibrary.ts'
import type { StageJob } from './stage.ts'

/** The thread's program when core runs from its sources; hosts that are bundled name theirs. */
export const archiveThread: string = fileURLToPath(new URL('worker.ts', import.meta.url))

export interface Jobs {
  export: { job: ExportJob; result: ExportReport }
  inspect: { job: StageJob; result: ArchiveContents }
}
export type JobKind = keyof Jobs
export type AnyJob = { [K in JobKind]: { kind: K; job: Jobs[K]['job'] } }[JobKind]

/** What the thread says: how far it is, and then how it ended. */
export type Answer = { progress: ArchiveProgress } | { result: Jobs[JobKind]['result'] } | { error: WireError }

export interface RunningJob<R> {
  /** Rejects with `cancelled` when it was broken off. */
  readonly result: Promise<R>
  /** The thread is gone when it resolves; what it left half done is its owner's to remove. */
  stop(): Promise<void>
}

/** Runs one job in a thread of its own, so that nobody who types waits for it. */
export function runJob<K extends JobKind>(
  program: string,
  kind: K,
  job: Jobs[K]['job'],
  tell: (progress: ArchiveProgress) => void,
): RunningJob<Jobs[K]['result']> {
  const worker = new Worker(program, { workerData: { kind, job } })
  const result = new Promise<Jobs[K]['result']>((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if ('progress' in answer) tell(answer.progress)
      else if ('error' in answer) reject(fromWire(answer.error))
      else resolve(answer.result)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new GalleyError('cancelled')))
  })
  return {
    result,
    async stop() {
      await worker.terminate()
    },
  }
}
