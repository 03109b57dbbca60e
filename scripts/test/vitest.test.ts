import { expect, it } from 'vitest'
import { noReason } from './result.ts'
import { readVitest } from './vitest.ts'

it('takes over notes of skips, and colours out of messages', () => {
  const result = readVitest({
    tests: [
      { title: 'a › passes', state: 'passed' },
      { title: 'a › fails', state: 'failed', message: '\u001B[31mexpected 1\u001B[39m' },
      { title: 'a › needs PostgreSQL', state: 'skipped', note: 'no PostgreSQL here' },
      { title: 'a › silent', state: 'skipped' },
    ],
    errors: [],
  })
  expect(result).toEqual({
    passed: 1,
    failures: [{ title: 'a › fails', message: 'expected 1' }],
    skips: [
      { title: 'a › needs PostgreSQL', reason: 'no PostgreSQL here' },
      { title: 'a › silent', reason: noReason },
    ],
  })
})

it('counts a file that does not load, or a hook that throws, as a failure', () => {
  const error = { title: 'b.test.ts', message: 'Cannot find module' }
  expect(readVitest({ tests: [], errors: [error] }).failures).toEqual([error])
})
