import type { StageResult } from './result.ts'

export interface FinishedStage extends StageResult {
  name: string
  seconds: number
}

export interface Totals {
  passed: number
  failed: number
  skipped: number
}

export function total(stages: readonly StageResult[]): Totals {
  return stages.reduce<Totals>(
    (sum, stage) => ({
      passed: sum.passed + stage.passed,
      failed: sum.failed + stage.failures.length,
      skipped: sum.skipped + stage.skips.length,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** The whole summary. Its last line is read by machines: exactly `N passed, N failed, N skipped`. */
export function summarise(stages: readonly FinishedStage[]): string {
  const { passed, failed, skipped } = total(stages)
  const width = Math.max(5, ...stages.map((stage) => stage.name.length))
  const row = (name: string, cells: (string | number)[], note = ''): string =>
    `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(9)).join('')}  ${note}`.trimEnd()

  const skips = stages.flatMap((stage) => stage.skips.map((skip) => `  - ${stage.name}: ${skip.title}: ${skip.reason}`))
  const failures = stages.flatMap((stage) =>
    stage.failures.flatMap((failure) => [`  ✗ ${stage.name}: ${failure.title}`, indent(failure.message)]),
  )
  return [
    '',
    row('stage', ['passed', 'failed', 'skipped', 'time']),
    ...stages.map((stage) =>
      row(
        stage.name,
        [stage.passed, stage.failures.length, stage.skips.length, `${stage.seconds.toFixed(1)} s`],
        stage.note,
      ),
    ),
    ...(skips.length > 0 ? ['', 'Skipped:', ...skips] : []),
    ...(failures.length > 0 ? ['', 'Failed:', ...failures] : []),
    '',
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
  ].join('\n')
}

const indent = (text: string): string => text.replace(/^/gm, '      ')
