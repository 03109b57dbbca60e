import { parentPort, workerData } from 'node:worker_threads'

import { toWire } from '#shared/rpc/errors.ts'
import { exportLibrary } from './exportLibrary.ts'
import { everyNow } from './progress.ts'
import type { Answer, AnyJob } from './runner.ts'
import { stageArchive } from './stage.ts'

/** The thread that writes an archive, or reads one, and ends. */
const answer = (said: Answer): void => parentPort?.postMessage(said)

const tell = everyNow((progress) => answer({ progress }))
const work = workerData as AnyJob

const done = work.kind === 'export' ? exportLibrary(work.job, tell) : stageArchive(work.job, tell)
done.then(
  (result) => answer({ result }),
  (error: unknown) => answer({ error: toWire(error) }),
)
