import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fromReport } from './report.ts'
import type { StageResult } from './result.ts'
import type { Ran } from './run.ts'

const Report = z.object({ passed: z.number() })
const well: Ran = { code: 0, tail: 'the end of the log' }

describe('what a runner left behind', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'galley-report-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const read = (ran: Ran, written?: string): StageResult => {
    const file = join(folder, 'report.json')
    if (written !== undefined) writeFileSync(file, written)
    return fromReport('unit', ran, file, Report, ({ passed }) => ({ passed, failures: [], skips: [] }))
  }

  it('is the result when all is well', () => {
    expect(read(well, '{"passed":3}')).toEqual({ passed: 3, failures: [], skips: [] })
  })

  it.each([
    ['no report', well, undefined, 'without a report'],
    ['half a report', well, '{"passed":', 'not JSON'],
    ['another kind of report', well, '{"ok":true}', 'unexpected shape'],
    ['no test', well, '{"passed":0}', 'ran no test'],
    ['a bad exit without a failure', { ...well, code: 3 }, '{"passed":3}', 'exited with 3 although no test failed'],
    ['a killed runner', { ...well, code: null, trouble: 'stopped by SIGTERM' }, '{"passed":3}', 'stopped by SIGTERM'],
  ])('is a failure, with the end of the log, after %s', (_, ran, written, why) => {
    const { failures } = read(ran, written)
    expect(failures).toHaveLength(1)
    expect(failures[0]?.message).toContain(why)
    expect(failures[0]?.message).toContain('the end of the log')
  })
})
