import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'

import type { RecoveryReport } from '#shared/contract/recovery.ts'
import type { Logger } from '#shared/log.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { removePart } from '../backup/job.ts'
import type { Backup } from '../backup/names.ts'
import { erase } from '../bin/erase.ts'
import { checkDatabase } from '../db/copy.ts'
import type { Database } from '../db/database.ts'
import { moveIntoPlace } from '../db/durable.ts'
import { migrations } from '../db/migrations/index.ts'
import { openDatabase } from '../db/open.ts'
import { dropOrphans } from '../db/orphans.ts'
import { formatOfDamaged, salvage } from '../db/salvage.ts'
import { transaction } from '../db/transaction.ts'
import { findDraft } from '../journal/repository.ts'
import { readSetting, writeSetting } from '../settings/repository.ts'
import { doubtOpen } from '../sync/outbox/repository.ts'
import { accept } from './accept.ts'
import { prepareBase } from './base.ts'
import type { AllEvidence } from './evidence.ts'
import { addDamaged, evidenceFromWords, goneInWords } from './evidence.ts'
import { restoreOwner } from './owner.ts'
import { writeReport } from './reports.ts'
import { restoreTexts } from './restoreTexts.ts'
import { finished, libraryFile, setAside } from './setAside.ts'
import { wordLines } from './wordLog.ts'

interface Rebuilt {
  backup: Backup | null
  articles: RecoveryReport['articles']
  damagedTables: string[]
}

/**
 * Sets the damaged library aside and makes a new one of everything that is known: the newest good backup, the rows that
 * the damaged file still tells, and the word log. What cannot be used is left out, step by step, so that in the end the
 * program starts. Throws only what stands in the way of writing anything: `disk_full` and `disk_read_only`.
 */
export function recover(dataDir: string, at: Date, reason: RecoveryReport['reason'], log: Logger): RecoveryReport {
  const aside = setAside(dataDir, at)
  const old = join(aside, 'library.db')
  const damaged = existsSync(old) ? old : null
  const rebuilt = join(aside, 'rebuilt.db')
  // A start that was interrupted after the new library was in its place has only the report left to write.
  if (existsSync(libraryFile(dataDir))) removePart(libraryFile(dataDir))
  const done = rebuildSomehow(dataDir, damaged, rebuilt, log)
  moveIntoPlace(rebuilt, libraryFile(dataDir))
  const report: RecoveryReport = {
    id: basename(aside),
    at: at.toISOString(),
    reason,
    aside: damaged === null ? null : aside,
    backup: done.backup === null ? null : { name: done.backup.name, at: done.backup.at },
    articles: done.articles,
    damagedTables: done.damagedTables,
  }
  writeReport(dataDir, report)
  finished(dataDir)
  return report
}

/** With the damaged file; without it, when reading it breaks everything. */
function rebuildSomehow(dataDir: string, damaged: string | null, file: string, log: Logger): Rebuilt {
  for (const source of damaged === null ? [null] : [damaged, null]) {
    try {
      return rebuild(dataDir, source, file, log)
    } catch (error) {
      if (standsInTheWay(error)) throw error
      log.error('the library was not rebuilt', { with: source, error: String(error) })
    }
  }
  removePart(file)
  openDatabase(file, log).close()
  return { backup: null, articles: [], damagedTables: [] }
}

const disk = new Set(['disk_full', 'disk_read_only', 'disk_failing'])
const standsInTheWay = (error: unknown): boolean => isGalleyError(error) && disk.has(error.code)

function rebuild(dataDir: string, damaged: string | null, file: string, log: Logger): Rebuilt {
  const latest = migrations.length
  const found = damaged === null ? null : formatOfDamaged(damaged)
  const readable = damaged !== null && found !== null && found > 0 && found <= latest
  const backup = prepareBase(dataDir, file, readable ? found : latest, log)
  const tables = readable ? salvage(damaged, file, accept) : []
  const db = openDatabase(file, log)
  try {
    transaction(db, (tx) => restoreOwner(dataDir, tx))
    const evidence = evidenceFromWords(wordLines(dataDir))
    if (readable) addDamaged(evidence, damaged, (id, version) => version > (findDraft(db, id)?.version ?? -1))
    leaveOutGone(db, dataDir, evidence)
    const articles = restoreTexts(db, evidence, log)
    becomeCautious(db, backup)
    dropOrphans(db, log)
    return {
      backup,
      articles,
      damagedTables: tables.filter(({ damaged }) => damaged).map(({ table }) => table),
    }
  } finally {
    db.close()
    checkDatabase(file)
  }
}

/** What was removed for good since the backup was made is in the backup still, and perhaps in the damaged file. */
function leaveOutGone(db: Database, dataDir: string, evidence: AllEvidence): void {
  const gone = goneInWords(wordLines(dataDir))
  for (const articleId of gone) evidence.delete(articleId)
  transaction(db, (tx) => {
    for (const articleId of gone) erase(tx, articleId)
  })
}

/**
 * Acts may have been sent since: each open one is looked up at the desk before it goes. What the desk said since the
 * backup is asked for again.
 */
function becomeCautious(db: Database, backup: Backup | null): void {
  transaction(db, (tx) => {
    doubtOpen(tx)
    writeSetting(tx, 'changesSince', backup === null ? 0 : (readSetting(tx, 'changesSince') ?? 0))
  })
}
