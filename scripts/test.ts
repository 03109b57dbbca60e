import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { stageFailed, suiteSkipped, type StageResult } from './test/result.ts'
import { reports, stages, type Stage } from './test/stages.ts'
import { summarise, total, type FinishedStage } from './test/summary.ts'

/**
 * `npm test`: every check there is, in order of cost, and one summary at the end.
 *
 *   --only unit,browser   just these stages
 *   --ci                  as the gate runs it (`test.only` is an error)
 */
const { values } = parseArgs({ options: { only: { type: 'string' }, ci: { type: 'boolean', default: false } } })
if (values.ci) process.env['CI'] = '1'

const names = values.only?.split(',').map((name) => name.trim())
const unknown = names?.filter((name) => !stages.some((stage) => stage.name === name)) ?? []
if (unknown.length > 0) {
  console.error(`Unknown stage: ${unknown.join(', ')}. Stages: ${stages.map((stage) => stage.name).join(', ')}`)
  process.exit(2)
}

const finished: FinishedStage[] = []
for (const stage of stages.filter(({ name }) => !names || names.includes(name))) {
  const started = performance.now()
  const result = await runStage(stage)
  const seconds = (performance.now() - started) / 1000
  finished.push({ ...result, name: stage.name, seconds })
  const outcome = result.failures.length > 0 ? `${result.failures.length} failed (${reports}/${stage.name}.log)` : 'ok'
  console.log(`${stage.name}: ${outcome}, ${seconds.toFixed(1)} s`)
}

console.log(summarise(finished))
process.exitCode = total(finished).failed > 0 ? 1 : 0

/** Later stages run whatever happened before, except where a failure before leaves them nothing to say. */
async function runStage(stage: Stage): Promise<StageResult> {
  const missing = finished.find(({ name, failures }) => stage.needs?.includes(name) && failures.length > 0)
  if (missing) return suiteSkipped(`the whole ${stage.name} suite`, `the stage "${missing.name}" failed`)
  try {
    return await stage.run()
  } catch (error) {
    return stageFailed(stage.name, error instanceof Error ? error.message : String(error))
  }
}
