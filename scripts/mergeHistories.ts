import { parseArgs } from 'node:util'

import type { Played } from './merge/inMemory.ts'

interface Player {
  play: (runs: number, seed: number, path?: string) => Played | Promise<Played>
}

/**
 * Plays random histories of two to four people through merging and checks every promise of docs/merging.md; with
 * --editors each of them writes in a real editor, in a browser. A failure prints the command that plays it again. The
 * last line is one JSON object with --json.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    // The gate plays the same histories each time: a change is not to fail for what it did not do. `random` explores.
    seed: { type: 'string', default: '7' },
    path: { type: 'string' },
    editors: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs ?? (values.editors ? '100' : '10000'))
const seed = values.seed === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed) || (values.editors && values.path !== undefined)) {
  throw new TypeError(
    'usage: npm run test:merge -- [--runs N] [--seed N|random] [--path P] [--json], or --editors [--runs N] [--seed N|random] [--json]',
  )
}

const started = performance.now()
// Loaded by name: what drives a browser is written for another runtime.
const player = values.editors ? '../tests/kit/inEditors.ts' : './merge/inMemory.ts'
const { failure, played } = await ((await import(player)) as Player).play(runs, seed, values.path)
const seconds = Number(((performance.now() - started) / 1000).toFixed(1))
const pass = failure === null
if (failure !== null) console.error(`${failure.complaint}\nnpm run test:merge -- ${failure.replay}`)
console.log(
  values.json
    ? JSON.stringify({ runs: played, seed, editors: values.editors, replay: failure?.replay, seconds, pass })
    : `${String(played)} histories, seed ${String(seed)}: ${pass ? 'kept' : 'broken'}`,
)
process.exitCode = pass ? 0 : 1
