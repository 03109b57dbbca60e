import type { ChildProcess } from 'node:child_process'

import type { Wire } from './wire.ts'

/** The parent's end of a process forked with `serialization: 'advanced'`. */
export function wireToChild(child: ChildProcess): Wire {
  return {
    send(message) {
      // A child that just died: `onEnd` follows and tells everyone.
      if (child.connected) child.send(message as object, ignore)
    },
    onMessage: (listener) => child.on('message', listener),
    onEnd: (listener) => child.once('disconnect', listener),
  }
}

/** The child's end. */
export function wireToParent(): Wire {
  return {
    send(message) {
      if (process.connected) process.send?.(message, undefined, undefined, ignore)
    },
    onMessage: (listener) => process.on('message', listener),
    onEnd: (listener) => process.once('disconnect', listener),
  }
}

/** Failures to send are failures of the connection, which says so itself. */
const ignore = (): void => undefined
