import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Bundle } from '../bench/kit/bundle.ts'
import { bundleCrashProgram } from '../crash/program.ts'
import type { CrashOptions, CrashResult } from '../crash/run.ts'
import { crash } from '../crash/run.ts'
import { diskLayer } from '../faults/layer.ts'

/* A short run of `npm run test:crash`; docs/reliability.md has the long ones. */

let built: Bundle
const problems: string[] = []

beforeAll(async () => {
  built = await bundleCrashProgram()
}, 60_000)
afterAll(() => built.remove())

const run = (options: Pick<CrashOptions, 'kills' | 'powerLoss' | 'weaken'> & { seed?: number }): Promise<CrashResult> =>
  crash({ seed: 1, program: built.file('child'), report: (problem) => problems.push(problem), ...options })

describe('a library whose core dies at random moments', { timeout: 180_000 }, () => {
  it('loses nothing that was acknowledged, and stays whole', async () => {
    const result = await run({ kills: 20, powerLoss: false })
    expect(problems).toEqual([])
    expect(result).toMatchObject({ kills: 20, lost: 0, integrityFailures: 0 })
    expect(result.acknowledged).toBeGreaterThan(50)
  })

  it('nor does one of the first release that is being brought up to date', async () => {
    const result = await run({ seed: 3, kills: 8, powerLoss: 'library' in diskLayer() })
    expect(problems).toEqual([])
    expect(result).toMatchObject({ kills: 8, lost: 0, integrityFailures: 0 })
  })

  it('neither when everything that was not synced is gone with it', async (ctx) => {
    const layer = diskLayer()
    if ('missing' in layer) return ctx.skip(layer.missing)
    const result = await run({ kills: 20, powerLoss: true })
    expect(problems).toEqual([])
    expect(result).toMatchObject({ kills: 20, lost: 0, integrityFailures: 0 })
    expect(result.acknowledged).toBeGreaterThan(50)
  })

  it('would be seen to lose words if commits were less durable, so these tests can fail', async (ctx) => {
    const layer = diskLayer()
    if ('missing' in layer) return ctx.skip(layer.missing)
    const normal = await run({ kills: 10, powerLoss: true, weaken: 'NORMAL' })
    expect(normal.lost).toBeGreaterThan(0)
    const lying = await run({ kills: 10, powerLoss: true, weaken: 'lies' })
    expect(lying.lost + lying.integrityFailures).toBeGreaterThan(0)
  })
})
