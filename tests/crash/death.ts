import { setTimeout as delay } from 'node:timers/promises'

import type { Rule } from '../faults/layer.ts'
import { writeRules } from '../faults/layer.ts'
import type { Random } from '../kit/random.ts'
import { pick } from '../kit/random.ts'
import type { CrashCore } from './core.ts'

/** How one life of core ends. */
export interface Death {
  /** While it starts, while it works, or while it closes in good order. */
  when: 'starting' | 'working' | 'closing'
  /** At a call of the disk where the layer is there, otherwise after so many milliseconds. */
  rule: Rule | null
  after: number
}

/** Half of the deaths come at a call of the disk: inside of a commit, a folding, the making of a file. */
export function planDeath(random: Random, layered: boolean, moment?: Death['when']): Death {
  const when = moment ?? pick(random, ['starting', 'working', 'working', 'working', 'working', 'closing'] as const)
  const after = when === 'starting' ? random(160) : when === 'closing' ? random(20) : random(250)
  if (!layered || random(2) === 0) return { when, rule: null, after }
  // A start makes a few dozen calls, with an old library a few hundred, and a life many hundred.
  const first = 1 + random(pick(random, when === 'working' ? [20, 200, 1500] : [20, 40, 300]))
  const rule = pick(random, [
    { call: 'any', failure: 'KILL', first },
    { call: 'write', failure: 'TORN', first },
    { call: 'sync', failure: 'KILL', first: 1 + (first >> 3) },
  ] as const)
  return { when, rule, after: 2000 }
}

/** Sees to it that core dies as planned, and resolves when it is gone. */
export async function die(core: CrashCore, { when, rule, after }: Death, rules: string | null): Promise<void> {
  if (when === 'closing') core.beginToClose()
  if (rule !== null && rules !== null) writeRules(rules, [rule])
  const timer = new AbortController()
  await Promise.race([core.gone, delay(after, undefined, { signal: timer.signal })])
  timer.abort()
  core.kill()
  await core.gone
}
