import { parentPort, workerData } from 'node:worker_threads'

import { silentLogger } from '#shared/log.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'
import { threadPort } from './thread/port.ts'
import { serveIndex } from './thread/serve.ts'

/** The thread that holds the index. What it is given at its start is the data folder. */
if (parentPort === null || typeof workerData !== 'string') throw new TypeError('this file is the start of a thread')
serveIndex(workerData, portTransport(threadPort(parentPort)), silentLogger)
