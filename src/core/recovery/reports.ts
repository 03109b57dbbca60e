import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { RecoveryReport } from '#shared/contract/recovery.ts'
import { moveIntoPlace } from '../db/durable.ts'
import { damagedFolder } from './setAside.ts'

/** Beside the files that it speaks of, as JSON that a person can read without the program. */
export function writeReport(dataDir: string, report: RecoveryReport): void {
  const file = join(damagedFolder(dataDir), report.id, 'report.json')
  writeFileSync(`${file}.part`, `${JSON.stringify(report, null, 2)}\n`)
  moveIntoPlace(`${file}.part`, file)
}

/** Newest first, as their folders are named. */
export function readReports(dataDir: string): RecoveryReport[] {
  let names: string[]
  try {
    names = readdirSync(damagedFolder(dataDir))
  } catch {
    return []
  }
  return names
    .toSorted()
    .toReversed()
    .flatMap((name) => readReport(join(damagedFolder(dataDir), name, 'report.json')) ?? [])
}

function readReport(file: string): RecoveryReport | null {
  try {
    return RecoveryReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
