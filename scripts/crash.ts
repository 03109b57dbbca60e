import { parseArgs } from 'node:util'

import { bundleCrashProgram } from '../tests/crash/program.ts'
import { crash } from '../tests/crash/run.ts'
import { diskLayer } from '../tests/faults/layer.ts'

/*
 * `npm run test:crash -- --kills N [--power-loss] [--seed S] --json`: types through core at speed, kills it at random
 * moments, opens the library again and compares it with everything that was acknowledged. People read stderr; the last
 * line of stdout is one JSON object, `{kills, acknowledged, lost, integrityFailures, pass}`. See docs/reliability.md.
 *
 *   --power-loss      what was not synced is gone, or there in part, after each death
 *   --seed            of the first library; each library prints its own when something is wrong
 *   --weaken LEVEL    NORMAL, OFF or lies: commits as durable as that. Then it has to fail, or it would prove nothing.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    'power-loss': { type: 'boolean', default: false },
    weaken: { type: 'string' },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
const { weaken } = values
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed) || !isWeakening(weaken)) {
  process.stderr.write('Usage: npm run test:crash -- --kills N [--power-loss] [--seed S] [--weaken LEVEL] [--json]\n')
  process.exit(2)
}
const powerLoss = values['power-loss']
const layer = diskLayer()
if ('missing' in layer) {
  process.stderr.write(`deaths come after random times only: ${layer.missing}\n`)
  if (powerLoss) process.exit(2)
}

const built = await bundleCrashProgram()
let told = 0
const report = (problem: string) => {
  told += 1
  if (told <= 20) process.stderr.write(`${problem}\n`)
}
const options = { kills, seed, powerLoss, program: built.file('child'), report }
const started = performance.now()
const result = await crash(weaken === undefined ? options : { ...options, weaken })
await built.remove()
const pass = result.lost === 0 && result.integrityFailures === 0
const seconds = Math.round((performance.now() - started) / 1000)
process.stderr.write(
  `${result.kills} ${powerLoss ? 'losses of power' : 'kills'}, ${result.acknowledged} acknowledged, ` +
    `${result.lost} lost, ${result.integrityFailures} failures of integrity, ${seconds} s\n`,
)
if (values.json) process.stdout.write(`${JSON.stringify({ ...result, pass })}\n`)
process.exitCode = pass ? 0 : 1

function isWeakening(level: string | undefined): level is 'NORMAL' | 'OFF' | 'lies' | undefined {
  return level === undefined || level === 'NORMAL' || level === 'OFF' || level === 'lies'
}
