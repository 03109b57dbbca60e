import { parentPort, workerData } from 'node:worker_threads'

import { toWire } from '#shared/rpc/errors.ts'
import type { BackupJob } from './job.ts'
import { backUp } from './job.ts'
import type { Answer } from './runner.ts'

/** The thread that makes one backup and ends. */
const answer = (said: Answer): void => parentPort?.postMessage(said)

backUp(workerData as BackupJob, (backup) => answer({ made: backup })).then(
  (result) => answer({ result }),
  (error: unknown) => answer({ error: toWire(error) }),
)
