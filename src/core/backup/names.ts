import { readdirSync } from 'node:fs'

import type { Instant } from '#shared/domain/time.ts'

/** One backup of a library, as its file name tells it: `galley-000042-20260412T081500Z-v3.db`. */
export interface Backup {
  readonly name: string
  /** Counts up for ever. Which backup is newer is read from here and never from the time: clocks jump. */
  readonly sequence: number
  /** When the clock of this computer said that it was made. For people, and to spread out what is kept. */
  readonly at: Instant
  /** The format of the library in it: the number of its last migration. */
  readonly format: number
}

const pattern = /^galley-(\d{6,})-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-v(\d+)\.db$/

export function backupName(sequence: number, at: Date, format: number): string {
  const time = at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `galley-${String(sequence).padStart(6, '0')}-${time}-v${format}.db`
}

export function readBackupName(name: string): Backup | null {
  const found = pattern.exec(name)
  if (found === null) return null
  const [, sequence, year, month, day, hour, minute, second, format] = found
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  return { name, sequence: Number(sequence), at, format: Number(format) }
}

/** Newest first. Empty for a folder that is not there. */
export function listBackups(folder: string): Backup[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names.flatMap((name) => readBackupName(name) ?? []).toSorted((a, b) => b.sequence - a.sequence)
}
