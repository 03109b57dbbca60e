import type { Dispose } from '#shared/rpc/transport.ts'

/** When things happen; tests bring their own. */
export interface Timers {
  /** Runs once, `milliseconds` from now, unless disposed. */
  after(milliseconds: number, run: () => void): Dispose
  /** Runs once when nobody is typing, unless disposed. */
  idle(run: () => void): Dispose
}

export const windowTimers: Timers = {
  after(milliseconds, run) {
    const handle = window.setTimeout(run, milliseconds)
    return () => window.clearTimeout(handle)
  },
  idle(run) {
    const handle = window.requestIdleCallback(run, { timeout: 1000 })
    return () => window.cancelIdleCallback(handle)
  },
}
