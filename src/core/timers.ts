import type { Dispose } from '#shared/rpc/transport.ts'

/** Runs `callback` after so many milliseconds, unless disposed. Injected, so that tests do not wait. */
export type After = (milliseconds: number, callback: () => void) => Dispose

export const after: After = (milliseconds, callback) => {
  const handle = setTimeout(callback, milliseconds)
  return () => clearTimeout(handle)
}
