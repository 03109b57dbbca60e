import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { wireToChild } from '#main/processes/forkWire.ts'
import type { OpenPort } from '#main/processes/wire.ts'
import { multiplex } from '#main/processes/wire.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import { coreContract } from '#shared/contract/core.ts'
import { createClient } from '#shared/rpc/client.ts'
import type { WireError } from '#shared/rpc/errors.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'

/** A core that runs, or is starting. */
export interface CrashCore {
  /** Resolves when windows are served; rejects when it died or gave up before. */
  readonly ready: Promise<void>
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>
  window(): CoreCalls
  /** Begins to close it in good order. */
  beginToClose(): void
  kill(): void
}

export interface CoreProgram {
  /** The bundled tests/crash/child.ts. */
  file: string
  /** The command line behind the folder. */
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** It is expected to complain. */
  quiet?: boolean
}

export function startCore(dataDir: string, { file, args = [], env = {}, quiet = false }: CoreProgram): CrashCore {
  const child = fork(file, [dataDir, ...args], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', quiet ? 'ignore' : 'inherit', 'ipc'],
    // The same code starts a thousand times.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'galley-compile-cache'), ...env },
  })
  const gone = once(child, 'exit').then(() => undefined)
  let open: OpenPort | null = null
  const ready = greeting(child).then(() => {
    open = multiplex(wireToChild(child))
  })
  ready.catch(() => undefined)
  const port = (name: string) => {
    if (open === null) throw new Error('the core is not ready yet')
    return open(name)
  }
  return {
    ready,
    gone,
    window: () => createClient(coreContract, portTransport(port('window'))).call,
    beginToClose: () => void port('close'),
    kill: () => void child.kill('SIGKILL'),
  }
}

async function greeting(child: ChildProcess): Promise<void> {
  const died = once(child, 'exit').then(([code]) => {
    throw new StartFailed(`core ended with ${String(code)} instead of starting`)
  })
  const hangs = delay(60_000, undefined, { ref: false }).then(() => {
    throw new StartFailed('core hangs instead of starting')
  })
  for (const failure of [died, hangs]) failure.catch(() => undefined)
  const [message] = (await Promise.race([once(child, 'message'), died, hangs])) as [Greeting]
  if (message.frame === 'failed') throw new StartFailed(`core does not start: ${message.error.code}`, message.error)
}

type Greeting = { frame: 'ready' } | { frame: 'failed'; error: WireError }

/** Core gave up by itself. */
export class StartFailed extends Error {
  readonly why: WireError | null

  constructor(message: string, why: WireError | null = null) {
    super(message)
    this.why = why
  }
}
