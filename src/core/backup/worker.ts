import { parentPort, workerData } from 'node:worker_threads'

import { toWire } from '#shared/rpc/errors.ts'
import type { BackupJob } from './job.ts'
import { backUp } from './job.ts'

/** The thread that makes one backup and ends. Its answer is `{ result }` or `{ error }`. */
backUp(workerData as BackupJob).then(
  (result) => parentPort?.postMessage({ result }),
  (error: unknown) => parentPort?.postMessage({ error: toWire(error), reason: String(error) }),
)
