import { stripVTControlCharacters as plain } from 'node:util'
import { z } from 'zod'
import { noReason, type StageResult } from './result.ts'

/** What scripts/test/vitestReporter.ts writes. */
export const VitestReport = z.object({
  tests: z.array(
    z.discriminatedUnion('state', [
      z.object({ title: z.string(), state: z.literal('passed') }),
      z.object({ title: z.string(), state: z.literal('failed'), message: z.string() }),
      z.object({ title: z.string(), state: z.literal('skipped'), note: z.string().optional() }),
    ]),
  ),
  /** Files that could not be loaded, hooks that threw, promises that nobody caught. */
  errors: z.array(z.object({ title: z.string(), message: z.string() })),
})
export type VitestReport = z.infer<typeof VitestReport>

export function readVitest(report: VitestReport): StageResult {
  const failed = report.tests.filter((test) => test.state === 'failed')
  const skipped = report.tests.filter((test) => test.state === 'skipped')
  return {
    passed: report.tests.length - failed.length - skipped.length,
    failures: [...failed, ...report.errors].map(({ title, message }) => ({ title, message: plain(message) })),
    skips: skipped.map(({ title, note }) => ({ title, reason: note ?? noReason })),
  }
}
