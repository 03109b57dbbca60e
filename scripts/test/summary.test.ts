import { expect, it } from 'vitest'
import { stepPassed, stageFailed, suiteSkipped } from './result.ts'
import { summarise, total } from './summary.ts'

const stages = [
  { ...stepPassed, name: 'format', seconds: 1.24 },
  { ...stageFailed('npm run lint', 'first line\nsecond line'), name: 'lint', seconds: 2 },
  {
    name: 'unit',
    seconds: 10,
    passed: 41,
    failures: [],
    skips: [{ title: 'a.test.ts › on a network', reason: 'no network' }],
  },
  { name: 'browser', seconds: 0, passed: 0, failures: [], skips: [], note: 'no test files yet' },
  { ...suiteSkipped('the whole Electron suite', 'no program'), name: 'electron', seconds: 0 },
]

it('counts steps, tests and whole suites alike', () => {
  expect(total(stages)).toEqual({ passed: 42, failed: 1, skipped: 2 })
})

it('prints a table, then skips with reasons, then failures, and the totals as the very last line', () => {
  expect(summarise(stages)).toMatchInlineSnapshot(`
    "
    stage      passed   failed  skipped     time
    format          1        0        0    1.2 s
    lint            0        1        0    2.0 s
    unit           41        0        1   10.0 s
    browser         0        0        0    0.0 s  no test files yet
    electron        0        0        1    0.0 s

    Skipped:
      - unit: a.test.ts › on a network: no network
      - electron: the whole Electron suite: no program

    Failed:
      ✗ lint: npm run lint
          first line
          second line

    42 passed, 1 failed, 2 skipped"
  `)
})

it('says nothing about skips and failures when there are none', () => {
  expect(summarise([{ ...stepPassed, name: 'format', seconds: 0 }])).not.toMatch(/Skipped:|Failed:/)
})
