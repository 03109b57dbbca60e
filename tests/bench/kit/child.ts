import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Child {
  readonly process: ChildProcess
  /** What it said first. */
  readonly said: unknown
  kill(): Promise<void>
}

/** Starts a program as the hosts start core, and waits until it says something. */
export async function startChild(file: string, argument: string): Promise<Child> {
  const child = fork(file, [argument], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'galley-compile-cache') },
  })
  const ended = once(child, 'exit')
  const early = ended.then(([code]) => {
    throw new Error(`${file} ended with ${String(code)} before it was ready`)
  })
  const [said] = (await Promise.race([once(child, 'message'), early])) as [unknown]
  early.catch(() => undefined)
  return {
    process: child,
    said,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
