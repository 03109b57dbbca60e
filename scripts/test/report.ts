import { existsSync, readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { StageResult } from './result.ts'
import type { Ran } from './run.ts'

/**
 * Turns what a runner left behind into a result. A runner that crashed may have written no report, half a report, or a
 * report without failures; none of these may look like "nothing to complain about".
 */
export function fromReport<T>(
  stage: string,
  ran: Ran,
  reportFile: string,
  schema: z.ZodType<T>,
  read: (report: T) => StageResult,
): StageResult {
  const crash = (why: string): StageResult => ({
    passed: 0,
    failures: [{ title: stage, message: `${why}\n${ran.trouble ?? ''}\n${ran.tail}`.trim() }],
    skips: [],
  })
  if (!existsSync(reportFile)) return crash('The runner ended without a report.')
  let json: unknown
  try {
    json = JSON.parse(readFileSync(reportFile, 'utf8'))
  } catch {
    return crash('The report is not JSON.')
  }
  const report = schema.safeParse(json)
  if (!report.success) return crash(`The report has an unexpected shape: ${report.error.message}`)

  const result = read(report.data)
  if (ran.code !== 0 && result.failures.length === 0) {
    const how = ran.code === null ? 'was stopped' : `exited with ${ran.code}`
    return { ...result, failures: crash(`The runner ${how} although no test failed.`).failures }
  }
  if (result.passed + result.failures.length + result.skips.length === 0) {
    return crash('There are test files, but the runner ran no test.')
  }
  return result
}
