import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'

import type { Logger } from '#shared/log.ts'
import { backupsFolder, removePart } from '../backup/job.ts'
import type { Backup } from '../backup/names.ts'
import { listBackups } from '../backup/names.ts'
import { checkDatabase } from '../db/copy.ts'
import { migrations } from '../db/migrations/index.ts'
import { openDatabase } from '../db/open.ts'

/**
 * Makes `file` the library to build on: the newest backup that is whole, or an empty one, in the format `format`. A
 * backup that turns out to be damaged is set aside under another name.
 */
export function prepareBase(dataDir: string, file: string, format: number, log: Logger): Backup | null {
  const folder = backupsFolder(dataDir)
  for (const backup of listBackups(folder)) {
    if (backup.format > format) continue
    const source = join(folder, backup.name)
    try {
      removePart(file)
      copyFileSync(source, file)
      checkDatabase(file)
      openDatabase(file, log, migrations.slice(0, format)).close()
      return backup
    } catch (error) {
      log.error('a backup cannot be used', { name: backup.name, error: String(error) })
      if (existsSync(source)) renameSync(source, `${source}.unreadable`)
    }
  }
  removePart(file)
  openDatabase(file, log, migrations.slice(0, format)).close()
  return null
}
