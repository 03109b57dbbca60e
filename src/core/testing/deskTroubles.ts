import type { ErrorCode } from '#shared/rpc/errors.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { RouteName } from './deskRoutes.ts'

/**
 * What goes wrong with the next request that matches.
 * `dropBefore`, `dropAfter`: the connection breaks before or after the effect. `hang`: no answer, after the effect.
 */
export type Trouble = 'dropBefore' | 'dropAfter' | 'hang' | 'redirect' | 'garbage' | 'portal' | 401 | 429 | 500

/** What a desk of a test has been told to do badly, each time once and in that order. */
export class DeskTroubles {
  readonly #troubles: { name: RouteName; trouble: Trouble }[] = []
  readonly #refusals: { name: RouteName; code: ErrorCode }[] = []

  add(name: RouteName, troubles: readonly Trouble[]): void {
    this.#troubles.push(...troubles.map((trouble) => ({ name, trouble })))
  }

  refuse(name: RouteName, code: ErrorCode): void {
    this.#refusals.push({ name, code })
  }

  take(name: RouteName): Trouble | undefined {
    return takeFirst(this.#troubles, name)?.trouble
  }

  /** Throws what the route was told to refuse, if anything. */
  throwRefusal(name: RouteName): void {
    const refusal = takeFirst(this.#refusals, name)
    if (refusal !== undefined) throw new GalleyError(refusal.code)
  }
}

function takeFirst<T extends { name: RouteName }>(waiting: T[], name: RouteName): T | undefined {
  const at = waiting.findIndex((one) => one.name === name)
  return at < 0 ? undefined : waiting.splice(at, 1)[0]
}
