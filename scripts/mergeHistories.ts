import { parseArgs } from 'node:util'

import fc from 'fast-check'

import { history, playHistory } from '#shared/document/testing/histories.ts'

/**
 * Plays random histories of two to four people through merging and checks every promise of docs/merging.md. A failure
 * prints its seed and path; `--seed` and `--path` play that one again. The last line is one JSON object with --json.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    // The gate plays the same histories each time; another seed plays others.
    seed: { type: 'string', default: '7' },
    path: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const numRuns = Number(values.runs)
const seed = Number(values.seed)
if (!Number.isInteger(numRuns) || numRuns < 1 || !Number.isInteger(seed)) {
  throw new TypeError('usage: npm run test:merge -- [--runs N] [--seed N] [--path P] [--json]')
}

const started = performance.now()
const result = fc.check(fc.property(history, playHistory), {
  numRuns,
  seed,
  ...(values.path === undefined ? {} : { path: values.path }),
})
const seconds = Number(((performance.now() - started) / 1000).toFixed(1))
const pass = !result.failed
if (!pass) {
  console.error(JSON.stringify(result.counterexample))
  console.error(result.errorInstance instanceof Error ? result.errorInstance.message : result.errorInstance)
  console.error(`npm run test:merge -- --seed ${String(seed)} --path ${String(result.counterexamplePath)}`)
}
const report = { runs: result.numRuns, seed, path: result.counterexamplePath, seconds, pass }
console.log(
  values.json
    ? JSON.stringify(report)
    : `${String(report.runs)} histories, seed ${String(seed)}: ${pass ? 'kept' : 'broken'}`,
)
process.exitCode = pass ? 0 : 1
