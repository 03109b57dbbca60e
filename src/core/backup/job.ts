import { rmSync } from 'node:fs'
import { join } from 'node:path'

import type { WireError } from '#shared/rpc/errors.ts'
import { toWire } from '#shared/rpc/errors.ts'
import { checkDatabase, copyDatabase } from '../db/copy.ts'
import { makeFolder, moveIntoPlace } from '../db/durable.ts'
import { diskError } from '../db/errors.ts'
import { copyToFolder } from './folder.ts'
import type { SecondPlace } from './folder.ts'
import type { Backup } from './names.ts'
import { backupName, listBackups, readBackupName } from './names.ts'
import { superfluous } from './retention.ts'

export interface BackupJob {
  dataDir: string
  /** What the clock says. Milliseconds. */
  at: number
  /** A second place that the person chose, with the name of this profile in it; null for none. */
  second: SecondPlace | null
}

export interface MadeBackup extends Backup {
  bytes: number
}

export interface BackupResult {
  backup: MadeBackup
  /** `absent`: the disk is not there now, which is no failure. Null where no second place was chosen. */
  second: 'done' | 'absent' | WireError | null
}

export const backupsFolder = (dataDir: string): string => join(dataDir, 'backups')

/**
 * Makes one backup: copied from the running library, read through, synced, and only then given its name. What is older
 * goes after that, so that a library that is damaged takes no good backup with it. Throws `database_damaged`,
 * `disk_full` or `disk_read_only`. Runs in a thread of its own, because all of this waits for the disk. `onMade` is told
 * before the second place, which may take long or never answer.
 */
export async function backUp(
  { dataDir, at, second }: BackupJob,
  onMade: (backup: MadeBackup) => void,
): Promise<BackupResult> {
  const folder = backupsFolder(dataDir)
  try {
    makeFolder(folder)
    const backup = await makeBackup(join(dataDir, 'library.db'), folder, new Date(at))
    thin(folder)
    onMade(backup)
    return { backup, second: second === null ? null : attemptCopy(second, dataDir, backup) }
  } catch (error) {
    throw diskError(error, folder)
  }
}

async function makeBackup(library: string, folder: string, at: Date): Promise<MadeBackup> {
  const part = join(folder, 'next.part')
  removePart(part)
  try {
    await copyDatabase(library, part)
    const { format, bytes } = checkDatabase(part)
    return { ...keep(part, folder, at, format), bytes }
  } catch (error) {
    removePart(part)
    throw error
  }
}

/** Gives the checked file `part` its name in `folder`. Its number is above those there. */
export function keep(part: string, folder: string, at: Date, format: number): Backup {
  const sequence = (listBackups(folder)[0]?.sequence ?? 0) + 1
  const name = backupName(sequence, at, format)
  moveIntoPlace(part, join(folder, name))
  return readBackupName(name) ?? { name, sequence, at: at.toISOString(), format }
}

/** Also what SQLite may have put beside it before it was interrupted. */
export function removePart(part: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(part + suffix, { force: true })
}

/** Removes what the retention does not keep. */
export function thin(folder: string): void {
  for (const { name } of superfluous(listBackups(folder))) rmSync(join(folder, name), { force: true })
}

function attemptCopy(second: SecondPlace, dataDir: string, backup: Backup): 'done' | 'absent' | WireError {
  try {
    return copyToFolder(second, dataDir, backup)
  } catch (error) {
    return toWire(diskError(error, second.folder))
  }
}
