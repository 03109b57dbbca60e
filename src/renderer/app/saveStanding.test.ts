import { expect, it } from 'vitest'

import { notSavedBecause, saveStanding } from './saveStanding.ts'

const saved = { kind: 'saved', at: '2026-03-02T06:00:00.000Z' } as const
const failed = {
  kind: 'failed',
  error: { code: 'wrong_state', message: 'wrong_state', retryable: false, details: {} },
} as const

it('says how the words are saved to who may write', () => {
  expect(saveStanding(saved, true)).toEqual(saved)
})

it('says “read-only” where nothing is unsaved, and never in place of words that are not on disk', () => {
  expect(saveStanding(saved, false)).toEqual({ kind: 'readOnly' })
  expect(saveStanding({ kind: 'saving' }, false)).toEqual({ kind: 'saving' })
  expect(saveStanding(failed, false)).toEqual(failed)
})

it('says why where a person can do something about it', () => {
  expect(notSavedBecause('disk_full')).toBe('app.notSavedDiskFull')
  expect(notSavedBecause('disk_read_only')).toBe('app.notSavedReadOnly')
  expect(notSavedBecause('disk_failing')).toBe('app.notSavedFailing')
  expect(notSavedBecause('disconnected')).toBe('app.notSaved')
})
