import { fork } from 'node:child_process'
import { join } from 'node:path'

import type { PicturesChild } from './child.ts'

/** The decoder's entry beside this file, where the program runs from its sources. */
const fromSource = join(import.meta.dirname, 'process.ts')

/** The decoder under plain Node: this one, or the one at `execPath`. Hosts that are bundled name its file. */
export function forkPictures(file: string = fromSource, execPath: string = process.execPath): PicturesChild {
  const child = fork(file, [], { execPath, execArgv: [], serialization: 'advanced', stdio: 'inherit' })
  // Whoever has nothing else to do may end; the child follows.
  child.unref()
  child.channel?.unref()
  return {
    port: {
      post: (message) => {
        if (child.connected) child.send(message as object, () => undefined)
      },
      onMessage: (listener) => void child.on('message', listener),
      onClose: (listener) => void child.once('disconnect', listener),
      close: () => void child.kill('SIGKILL'),
    },
    exited: new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    }),
    kill: () => void child.kill('SIGKILL'),
  }
}
