import { setTimeout as delay } from 'node:timers/promises'

import type { Logger } from '#shared/log.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

import type { Child } from './child.ts'

/** A child that has said that it is ready. */
export interface Running {
  readonly child: Child
  /** Asks it to close what it holds. */
  stop(): Promise<unknown>
}

/** A child process that is started at once, and started again whenever it dies. */
export interface Keeper<R extends Running> {
  /**
   * The child that runs, as soon as it is ready; waits through a restart.
   * @throws why the child refused to work, or `internal` when it keeps dying; the latter is tried again when asked later
   */
  running(): Promise<R>
  /** Stops it in good order, and by force when that takes longer than a few seconds or it never became ready. */
  stop(): Promise<void>
}

export interface KeepOptions<C extends Child, R extends Running> {
  /** What it is and whose folder it works in, for the log. */
  name: string
  folder: string
  launch: () => C
  /** Resolves when the child is ready; rejects when it says that it cannot work and that trying again would not help. */
  greet: (child: C) => Promise<R>
  log: Logger
  /** Milliseconds since some moment; tests bring their own. */
  now?: () => number
  /** Milliseconds that stopping in good order may take. */
  stopTimeout?: number
}

/** What dies this often within a minute would go on dying: say so instead of turning in circles. */
const mostRestarts = 5
const restartWindow = 60_000

export function keepChild<C extends Child, R extends Running>(options: KeepOptions<C, R>): Keeper<R> {
  const { name, folder, launch, greet, log, now = () => performance.now(), stopTimeout = 5_000 } = options
  let stopping = false
  let givenUp = false
  let exits: number[] = []
  /** The one that was started last, ready or not. */
  let child: C
  let current = watched(start())

  function start(): Promise<R> {
    const started = launch()
    child = started
    return new Promise((resolve, reject) => {
      let refused = false
      greet(started).then(
        (running) => {
          log.info(`${name} is ready`, { pid: started.pid, folder })
          resolve(running)
        },
        (error: unknown) => {
          refused = true
          reject(error instanceof Error ? error : new Error(String(error)))
          started.kill()
        },
      )
      void started.exited.then(() => {
        if (stopping || refused) {
          reject(new GalleyError('disconnected'))
          return
        }
        log.warn(`${name} died and is started again`, { pid: started.pid, folder })
        exits = [...recentExits(), now()]
        current = watched(restart())
        // For those who wait for the one that never became ready.
        resolve(current)
      })
    })
  }

  async function restart(): Promise<R> {
    givenUp = keepsDying()
    if (givenUp) throw new GalleyError('internal', { reason: `the ${name} keeps dying` })
    return await start()
  }

  const recentExits = () => exits.filter((at) => now() - at < restartWindow)
  const keepsDying = () => recentExits().length > mostRestarts

  return {
    running() {
      if (givenUp && !stopping && !keepsDying()) current = watched(restart())
      return current
    },
    async stop() {
      stopping = true
      const timeout = new AbortController()
      // One that refused to work holds nothing that it could let go of.
      const letGo = current.then(
        (running) => running.stop(),
        () => undefined,
      )
      await Promise.race([letGo, child.exited, delay(stopTimeout, null, { signal: timeout.signal })]).catch(
        (error: unknown) => log.warn(`${name} did not stop in good order`, { error }),
      )
      timeout.abort()
      child.kill()
      await child.exited
    },
  }
}

/** Whoever asks is told of a failure; nobody may be asking yet. */
function watched<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
