import { describe, expect, it } from 'vitest'

import type { Backup } from './names.ts'
import { backupName, readBackupName } from './names.ts'
import { superfluous } from './retention.ts'

const hour = 3_600_000
const noon = Date.parse('2026-04-12T12:00:00Z')

const made = (sequence: number, at: number, format = 1): Backup => {
  const backup = readBackupName(backupName(sequence, new Date(at), format))
  if (backup === null) throw new Error('not a name')
  return backup
}

/** Lives through `times`, thinning after each backup as the program does; answers what is left, newest first. */
function livedThrough(times: readonly number[], format: (n: number) => number = () => 1): Backup[] {
  let kept: Backup[] = []
  times.forEach((at, index) => {
    kept = [made(index + 1, at, format(index)), ...kept]
    const gone = new Set(superfluous(kept))
    kept = kept.filter((backup) => !gone.has(backup))
  })
  return kept
}

const halfHours = (count: number, from = noon) => Array.from({ length: count }, (_, n) => from + (n * hour) / 2)
const sequences = (backups: readonly Backup[]) => backups.map(({ sequence }) => sequence)

describe('the name of a backup', () => {
  it('tells number, time and format', () => {
    expect(made(42, noon, 3)).toEqual({
      name: 'galley-000042-20260412T120000Z-v3.db',
      sequence: 42,
      at: '2026-04-12T12:00:00.000Z',
      format: 3,
    })
    expect(readBackupName('galley-000042-20260412T120000Z-v3.db.part')).toBeNull()
  })
})

describe('what is kept', () => {
  it('is one of each hour of an afternoon, and the newest three', () => {
    expect(sequences(livedThrough(halfHours(8)))).toEqual([8, 7, 6, 4, 2])
  })

  it('thins with age: hours of a day, days of a fortnight, weeks of half a year', () => {
    const kept = livedThrough(halfHours(48 * 400))
    expect(kept.length).toBeLessThan(70)
    const ages = kept.map(({ at }) => (Date.parse(kept[0]?.at ?? '') - Date.parse(at)) / hour)
    expect(ages.filter((age) => age < 24).length).toBeGreaterThanOrEqual(24)
    expect(ages.filter((age) => age < 14 * 24).length).toBeGreaterThanOrEqual(36)
    expect(Math.max(...ages)).toBeGreaterThan(24 * 7 * 24)
  })

  it('is the newest three, however fast they come', () => {
    const kept = livedThrough(Array.from({ length: 50 }, (_, n) => noon + n * 1000))
    expect(sequences(kept).slice(0, 3)).toEqual([50, 49, 48])
  })

  it.each([
    ['a year ahead and back', 8760 * hour],
    ['a year back and ahead again', -8760 * hour],
  ])('does not lose the good ones to a clock that jumps %s', (_, jump) => {
    const before = halfHours(200)
    const there = halfHours(6, (before.at(-1) ?? noon) + jump)
    const after = halfHours(6, (before.at(-1) ?? noon) + hour)
    const kept = livedThrough([...before, ...there, ...after])
    expect(sequences(kept).slice(0, 3)).toEqual([212, 211, 210])
    expect(kept.filter(({ sequence }) => sequence <= 200).length).toBeGreaterThan(15)
  })

  it('holds on to the last one of every format', () => {
    const kept = livedThrough(halfHours(48 * 300), (n) => (n < 10 ? 1 : 2))
    expect(kept.filter(({ format }) => format === 1)).not.toEqual([])
  })
})
