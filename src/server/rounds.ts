import type { Logger } from '#shared/log.ts'

export interface Rounds {
  /** Ends the round that is under way, and begins no other. */
  stop(): Promise<void>
}

/**
 * Does some work soon after the start and then every so many milliseconds, never twice at once. What goes wrong is logged
 * and tried again with the next round. Keeps no process alive.
 */
export function inRounds(
  name: string,
  every: number,
  work: (signal: AbortSignal) => Promise<unknown>,
  log: Logger,
): Rounds {
  const stopping = new AbortController()
  let round = Promise.resolve()
  const run = async (): Promise<void> => {
    try {
      await work(stopping.signal)
    } catch (error) {
      log.error('a round broke off', { name, error: error instanceof Error ? error.stack : String(error) })
    }
    if (!stopping.signal.aborted) timer = wait(every)
  }
  const begin = (): void => {
    round = run()
  }
  const wait = (milliseconds: number) => setTimeout(begin, milliseconds).unref()
  let timer = wait(Math.min(every, soon))
  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await round
    },
  }
}

/** Milliseconds. After a start there are desktops to be answered first. */
const soon = 5_000
