import { stripVTControlCharacters as plain } from 'node:util'
import { z } from 'zod'
import { noReason, type Failure, type Skip, type StageResult } from './result.ts'

const Annotation = z.object({ type: z.string(), description: z.string().optional() })
const ErrorText = z.object({
  message: z.string().optional(),
  value: z.string().optional(),
  location: z.object({ file: z.string(), line: z.number() }).optional(),
})

const Test = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(Annotation),
  results: z.array(
    z.object({
      status: z.string().optional(),
      errors: z.array(ErrorText),
      annotations: z.array(Annotation).default([]),
    }),
  ),
})
const Spec = z.object({ title: z.string(), file: z.string(), line: z.number(), tests: z.array(Test) })
const Suite = z.object({
  title: z.string(),
  specs: z.array(Spec),
  get suites() {
    return z.array(Suite).optional()
  },
})
type Suite = z.infer<typeof Suite>

/** The parts of Playwright's JSON report (`reporter: 'json'`) that the summary needs. */
export const PlaywrightReport = z.object({ suites: z.array(Suite), errors: z.array(ErrorText) })
export type PlaywrightReport = z.infer<typeof PlaywrightReport>

export function readPlaywright(report: PlaywrightReport): StageResult {
  const failures: Failure[] = report.errors.map((error) => ({ title: 'outside of any test', message: text(error) }))
  const skips: Skip[] = []
  let passed = 0
  for (const { title, test } of report.suites.flatMap((suite) => flatten(suite, []))) {
    switch (test.status) {
      case 'expected':
        passed += 1
        break
      case 'skipped':
        skips.push({ title, reason: reasonOf(test) })
        break
      case 'unexpected':
      // Retries are off; should someone switch them on, a test that passes sometimes still fails here.
      case 'flaky':
        failures.push({ title, message: messageOf(test) })
        break
    }
  }
  return { passed, failures, skips }
}

function flatten(suite: Suite, parents: string[]): { title: string; test: z.infer<typeof Test> }[] {
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map((test) => ({
      title: [`[${test.projectName}] ${spec.file}:${spec.line}`, ...parents, spec.title].join(' › '),
      test,
    })),
  )
  // The outermost suite is the file, whose name the title starts with already.
  return [...own, ...(suite.suites ?? []).flatMap((inner) => flatten(inner, [...parents, inner.title]))]
}

function reasonOf(test: z.infer<typeof Test>): string {
  const given = [...test.annotations, ...test.results.flatMap((result) => result.annotations)].filter(
    (annotation) => annotation.type === 'skip' || annotation.type === 'fixme',
  )
  if (given.length === 0) return 'did not run: an earlier test of its group failed, or the run was cut short'
  return given.find((annotation) => annotation.description)?.description ?? noReason
}

function messageOf(test: z.infer<typeof Test>): string {
  const errors = test.results.flatMap((result) => result.errors).map(text)
  return errors.join('\n') || (test.results.at(-1)?.status ?? 'did not run')
}

function text({ message, value, location }: z.infer<typeof ErrorText>): string {
  const place = location ? `\n${location.file}:${location.line}` : ''
  return plain((message ?? value ?? 'unknown error') + place)
}
