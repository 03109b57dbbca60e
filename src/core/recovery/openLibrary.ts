import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { RecoveryReport } from '#shared/contract/recovery.ts'
import type { Logger } from '#shared/log.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { keepBefore } from '../backup/beforeMigration.ts'
import { backupsFolder } from '../backup/job.ts'
import { listBackups } from '../backup/names.ts'
import type { Database } from '../db/database.ts'
import { makeFolder } from '../db/durable.ts'
import { migrations } from '../db/migrations/index.ts'
import { openDatabase } from '../db/open.ts'
import { findDraft } from '../journal/repository.ts'
import { evidenceFromWords, goneInWords, latestInWords } from './evidence.ts'
import { sayAgain } from './goneWords.ts'
import { recover } from './recover.ts'
import { writeReport } from './reports.ts'
import { restoreTexts } from './restoreTexts.ts'
import { damagedFolder, freshName, interrupted, libraryFile } from './setAside.ts'
import { soundEnough } from './soundEnough.ts'
import { wordLines, WordLog, wordsFolder } from './wordLog.ts'

export interface OpenedLibrary {
  db: Database
  /** What had to be done for it; null on a day like any other. */
  report: RecoveryReport | null
}

/**
 * Opens the library of a profile whatever state it is in: a damaged or missing one is recovered first, and one that is
 * older than the word log gets its words back. Throws `database_newer`, `disk_full` or `disk_read_only`.
 */
export function openLibrary(dataDir: string, at: Date, log: Logger): OpenedLibrary {
  const reason = reasonToRecover(dataDir)
  if (reason === null) {
    const db = openSound(dataDir, at, log)
    if (db !== null) {
      const report = catchUp(db, dataDir, at, log)
      keepWhatIsHere(db, dataDir, log)
      return { db, report }
    }
  }
  const report = recover(dataDir, at, reason ?? 'damaged', log)
  log.warn('the library was recovered', { reason: report.reason, aside: report.aside, backup: report.backup?.name })
  forgetDamage(dataDir)
  return { db: openDatabase(libraryFile(dataDir), log), report }
}

function openSound(dataDir: string, at: Date, log: Logger): Database | null {
  try {
    const unclean = existsSync(`${libraryFile(dataDir)}-wal`)
    const db = openDatabase(libraryFile(dataDir), log, migrations, keepBefore(dataDir, at))
    try {
      soundEnough(db, unclean)
      return db
    } catch (error) {
      db.closeUntouched()
      throw error
    }
  } catch (error) {
    if (!isGalleyError(error, 'database_damaged')) throw error
    log.error('the library is damaged', { error: String(error), details: error.details })
    return null
  }
}

function reasonToRecover(dataDir: string): RecoveryReport['reason'] | null {
  if (interrupted(dataDir) !== null || isDamageNoted(dataDir)) return 'damaged'
  const size = statSync(libraryFile(dataDir), { throwIfNoEntry: false })?.size ?? 0
  if (size > 0) return null
  const lived = listBackups(backupsFolder(dataDir)).length > 0 || hasFiles(wordsFolder(dataDir))
  return lived ? 'missing' : null
}

/**
 * A library that was put back by hand, or that lost its write-ahead log, is whole but older than what was called saved.
 * The words since are put into it again.
 */
export function catchUp(db: Database, dataDir: string, at: Date, log: Logger): RecoveryReport | null {
  const behind = new Set(
    [...latestInWords(wordLines(dataDir))]
      .filter(([articleId, version]) => version > (findDraft(db, articleId)?.version ?? -1))
      .map(([articleId]) => articleId),
  )
  if (behind.size === 0) return null
  const articles = restoreTexts(db, evidenceFromWords(wordLines(dataDir), behind), log)
  if (articles.length === 0) return null
  const id = freshName(dataDir, at)
  const report: RecoveryReport = {
    id,
    at: at.toISOString(),
    reason: 'behind',
    aside: null,
    backup: null,
    articles,
    damagedTables: [],
  }
  makeFolder(join(damagedFolder(dataDir), id))
  writeReport(dataDir, report)
  return report
}

/**
 * A library that knows an article which the word log calls gone was put back from a backup, or lost its last commits, or
 * the removal was never committed. What is here stays: nothing leaves a library unless somebody says so. The log has it
 * from its words again, so that a recovery brings it back as well.
 */
function keepWhatIsHere(db: Database, dataDir: string, log: Logger): void {
  const here = [...goneInWords(wordLines(dataDir))].filter((articleId) => findDraft(db, articleId) !== undefined)
  if (here.length === 0) return
  const words = new WordLog(dataDir, log)
  sayAgain(db, words, here)
  words.close()
}

/** Damage that was found while the program ran is repaired at the next start. */
const damageNote = (dataDir: string): string => join(dataDir, 'damage-found.json')

export const noteDamage = (dataDir: string, facts: Readonly<Record<string, unknown>>): void =>
  writeFileSync(damageNote(dataDir), JSON.stringify(facts))

export const isDamageNoted = (dataDir: string): boolean => existsSync(damageNote(dataDir))

const forgetDamage = (dataDir: string): void => rmSync(damageNote(dataDir), { force: true })

function hasFiles(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => statSync(join(folder, name)).size > 0)
  } catch {
    return false
  }
}
