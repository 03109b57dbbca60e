import fc from 'fast-check'

import { history, playHistory } from '#shared/document/testing/histories.ts'

export interface Played {
  played: number
  failure: {
    complaint: string
    /** The options that play it again. */
    replay: string
  } | null
}

/** Histories of texts, without editors: thousands a minute, and made smaller when one fails. */
export function play(numRuns: number, seed: number, path?: string): Played {
  const result = fc.check(fc.property(history, playHistory), {
    numRuns,
    seed,
    ...(path === undefined ? {} : { path }),
  })
  if (!result.failed) return { played: result.numRuns, failure: null }
  const { counterexample, counterexamplePath, errorInstance } = result
  const broken = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  return {
    played: result.numRuns,
    failure: {
      complaint: `${JSON.stringify(counterexample)}\n${broken}`,
      replay: `--seed ${String(seed)} --path ${String(counterexamplePath)}`,
    },
  }
}
