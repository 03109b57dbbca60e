import { expect, it } from 'vitest'
import { PlaywrightReport, readPlaywright } from './playwright.ts'
import { noReason } from './result.ts'

/** One test as Playwright's JSON reporter writes it, shortened to what matters. */
const spec = (title: string, status: string, more: object = {}): object => ({
  title,
  file: 'e2e/write.spec.ts',
  line: 7,
  tests: [{ projectName: 'loopback', status, annotations: [], results: [], ...more }],
})
const report = (...specs: object[]): PlaywrightReport =>
  PlaywrightReport.parse({
    errors: [],
    suites: [{ title: 'e2e/write.spec.ts', specs: [], suites: [{ title: 'an editor', specs }] }],
  })

const prefix = '[loopback] e2e/write.spec.ts:7 › an editor ›'

it('finds tests in nested suites and names them with file and line', () => {
  const message = '\u001B[31mnot saved\u001B[39m'
  const failed = { results: [{ status: 'failed', errors: [{ message }] }] }
  expect(readPlaywright(report(spec('writes', 'expected'), spec('saves', 'unexpected', failed)))).toEqual({
    passed: 1,
    failures: [{ title: `${prefix} saves`, message: 'not saved' }],
    skips: [],
  })
})

it('tells a skip with a reason, one without, and a test that never got its turn', () => {
  const skipped = (description?: string): object => ({
    results: [{ status: 'skipped', errors: [], annotations: [{ type: 'skip', ...(description && { description }) }] }],
  })
  const { skips } = readPlaywright(
    report(
      spec('pastes', 'skipped', skipped('no clipboard here')),
      spec('drags', 'skipped', skipped()),
      spec('after a failure', 'skipped'),
    ),
  )
  expect(skips.map((skip) => skip.reason)).toEqual([
    'no clipboard here',
    noReason,
    'did not run: an earlier test of its group failed, or the run was cut short',
  ])
})

it('counts what is flaky, timed out or wrong outside of tests as failed', () => {
  const timedOut = { results: [{ status: 'timedOut', errors: [] }] }
  const outside = {
    ...report(spec('a', 'flaky'), spec('b', 'unexpected', timedOut)),
    errors: [{ message: 'no config' }],
  }
  expect(readPlaywright(outside).failures).toEqual([
    { title: 'outside of any test', message: 'no config' },
    { title: `${prefix} a`, message: 'did not run' },
    { title: `${prefix} b`, message: 'timedOut' },
  ])
})
