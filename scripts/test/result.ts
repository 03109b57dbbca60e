/** What one stage of `npm test` reports, whichever runner is behind it. */
export interface StageResult {
  passed: number
  failures: Failure[]
  skips: Skip[]
  /** One phrase beside the numbers, for a stage whose zeros need an explanation. */
  note?: string
}

export interface Failure {
  title: string
  /** Plain text: what went wrong, with the place if the runner knows it. */
  message: string
}

export interface Skip {
  title: string
  reason: string
}

export const noReason = '(no reason given: say it in test.skip or ctx.skip)'

/** A stage that is not a test (format, types, build...) counts as one: passed or failed. */
export const stepPassed: StageResult = { passed: 1, failures: [], skips: [] }

export const stageFailed = (title: string, message: string): StageResult => ({
  passed: 0,
  failures: [{ title, message }],
  skips: [],
})

/** A whole suite that cannot run here counts as one skip, in words; never as a zero. */
export const suiteSkipped = (title: string, reason: string): StageResult => ({
  passed: 0,
  failures: [],
  skips: [{ title, reason }],
})
