import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import type { VitestReport } from './vitest.ts'

/**
 * Writes what scripts/test/vitest.ts reads. Vitest's own JSON reporter leaves out the note of a skipped test and the
 * errors of hooks, and both have to be in the summary.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const file = process.env['GALLEY_VITEST_REPORT']
    if (!file) throw new Error('GALLEY_VITEST_REPORT names the file to write')
    const report: VitestReport = {
      tests: modules.flatMap((module) =>
        [...module.children.allTests()].map((test) => {
          const result = test.result()
          const title = `${module.relativeModuleId} › ${test.fullName}`
          switch (result.state) {
            case 'passed':
              return { title, state: 'passed' }
            case 'failed':
              return { title, state: 'failed', message: result.errors.map(describe).join('\n') }
            case 'skipped':
              return { title, state: 'skipped', ...(result.note === undefined ? {} : { note: result.note }) }
            default:
              return { title, state: 'failed', message: 'The test did not end.' }
          }
        }),
      ),
      errors: [
        ...modules.flatMap((module) => [
          ...module.errors().map((error) => ({ title: module.relativeModuleId, message: describe(error) })),
          ...[...module.children.allSuites()].flatMap((suite) =>
            suite.errors().map((error) => ({
              title: `${module.relativeModuleId} › ${suite.fullName}`,
              message: describe(error),
            })),
          ),
        ]),
        ...unhandled.map((error) => ({ title: 'unhandled error', message: describe(error) })),
      ],
    }
    writeFileSync(file, JSON.stringify(report))
  }
}

function describe(error: Pick<SerializedError, 'message' | 'stack'> & { diff?: string }): string {
  const place = error.stack?.split('\n').find((line) => line.includes(process.cwd()) && !line.includes('node_modules'))
  return [error.message, error.diff, place?.trim()].filter(Boolean).join('\n')
}
