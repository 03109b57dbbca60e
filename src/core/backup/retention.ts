import type { Backup } from './names.ts'

/**
 * The newest so many whatever happens, then one for each hour, day and week that has one. Counted by what is there and
 * not by what time it is: a clock that jumps a year ahead or back uses up one place in each row and pushes out nothing
 * that is newer.
 */
const newest = 3
const rows: readonly { places: number; period: (backup: Backup) => string }[] = [
  { places: 24, period: ({ at }) => at.slice(0, 13) },
  { places: 14, period: ({ at }) => at.slice(0, 10) },
  { places: 26, period: ({ at }) => String(Math.floor(Date.parse(at) / 604_800_000)) },
  // The last one of each format: it is the way back from a migration.
  { places: Number.POSITIVE_INFINITY, period: ({ format }) => `v${format}` },
]

/** What may go. `backups` newest first, as `listBackups` gives them. */
export function superfluous(backups: readonly Backup[]): Backup[] {
  const kept = new Set(backups.slice(0, newest))
  for (const { places, period } of rows) {
    const seen = new Set<string>()
    for (const backup of backups) {
      if (seen.size >= places) break
      if (seen.has(period(backup))) continue
      seen.add(period(backup))
      kept.add(backup)
    }
  }
  return backups.filter((backup) => !kept.has(backup))
}
