import { constants, copyFileSync } from 'node:fs'
import { join } from 'node:path'

import { checkDatabase } from '../db/copy.ts'
import { makeFolder } from '../db/durable.ts'
import { backupsFolder, keep, removePart } from './job.ts'

/**
 * Keeps a library as it is before a newer format is made of it, so that there is a way back. `file` is whole in itself:
 * nobody writes to it, and its write-ahead log has been taken in. Throws `database_damaged` or what the disk has to say;
 * then nothing is migrated.
 */
export const keepBefore =
  (dataDir: string, at: Date) =>
  (file: string): void => {
    const folder = backupsFolder(dataDir)
    const part = join(folder, 'before.part')
    makeFolder(folder)
    removePart(part)
    copyFileSync(file, part, constants.COPYFILE_FICLONE)
    const { format } = checkDatabase(part)
    keep(part, folder, at, format)
  }
