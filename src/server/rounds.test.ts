import { expect, onTestFinished, test, vi } from 'vitest'

import { inRounds } from './rounds.ts'
import { silentLogger } from '#shared/log.ts'

test('goes on after a round that failed, and ends in the middle of one', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const errors: string[] = []
  const log = { ...silentLogger, error: (message: string) => void errors.push(message) }
  let begun = 0
  const work = async (signal: AbortSignal) => {
    begun += 1
    if (begun === 1) throw new Error('the disk is full')
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve)
    })
  }
  const rounds = inRounds('test', 60_000, work, log)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(errors).toEqual(['a round broke off'])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(begun).toBe(2)
  await rounds.stop()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(begun).toBe(2)
})
