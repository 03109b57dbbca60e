import { fork } from 'node:child_process'

import { outsideArchive } from '../common/program.ts'
import { wireToChild } from './forkWire.ts'
import type { OpenPort } from './wire.ts'
import { multiplex } from './wire.ts'

/** A child process of the program that serves named ports: the core of a profile, or an embedded server. */
export interface Child {
  readonly pid: number | undefined
  readonly open: OpenPort
  /** Resolves also when the process could not be started at all. */
  readonly exited: Promise<void>
  kill(): void
}

/** A child under plain Node: this one, or the one at `execPath`. */
export function forkChild(file: string, execPath: string = process.execPath): Child {
  const child = fork(execPath === process.execPath ? file : outsideArchive(file), [], {
    execPath,
    // It shall not inherit an inspector, a loader or a test runner's hooks.
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    pid: child.pid,
    open: multiplex(wireToChild(child)),
    exited: new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    }),
    kill: () => void child.kill('SIGKILL'),
  }
}
