import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

import { makeFolder, moveIntoPlace, syncFolder } from '../db/durable.ts'

export const libraryFile = (dataDir: string): string => join(dataDir, 'library.db')

/** Everything that was ever set aside: a folder for each time. Nothing in it is removed by the program. */
export const damagedFolder = (dataDir: string): string => join(dataDir, 'damaged')

const Pending = z.object({ folder: z.string(), moved: z.boolean() })
const pendingFile = (dataDir: string): string => join(damagedFolder(dataDir), 'pending.json')

/** The folder of a recovery that was interrupted, or null. */
export function interrupted(dataDir: string): z.infer<typeof Pending> | null {
  try {
    return Pending.parse(JSON.parse(readFileSync(pendingFile(dataDir), 'utf8')))
  } catch {
    return null
  }
}

/**
 * Moves the library and what SQLite has beside it into a folder of its own, all or nothing: where it is going is written
 * down first, and a start that finds that note goes on with it. A library without its write-ahead log would silently be
 * an older one, and a new library beside an old log would take that in.
 */
export function setAside(dataDir: string, at: Date): string {
  const before = interrupted(dataDir)
  const folder = before?.folder ?? freshName(dataDir, at)
  const aside = join(damagedFolder(dataDir), folder)
  makeFolder(aside)
  if (before === null) note(dataDir, { folder, moved: false })
  if (before?.moved !== true) {
    for (const suffix of ['-shm', '-wal', '']) {
      const file = libraryFile(dataDir) + suffix
      if (existsSync(file)) renameSync(file, join(aside, `library.db${suffix}`))
    }
    syncFolder(aside)
    syncFolder(dataDir)
    note(dataDir, { folder, moved: true })
  }
  return aside
}

/** Named after the time, and never the name of one that is there: a clock that jumps back must not mix two of them. */
export function freshName(dataDir: string, at: Date): string {
  const time = at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  let name = time
  for (let n = 2; existsSync(join(damagedFolder(dataDir), name)); n += 1) name = `${time}-${n}`
  return name
}

/** The new library is in its place and the report is written. */
export function finished(dataDir: string): void {
  rmSync(pendingFile(dataDir), { force: true })
  syncFolder(damagedFolder(dataDir))
}

function note(dataDir: string, pending: z.infer<typeof Pending>): void {
  const part = `${pendingFile(dataDir)}.part`
  writeFileSync(part, JSON.stringify(pending))
  moveIntoPlace(part, pendingFile(dataDir))
}
