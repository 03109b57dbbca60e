import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

import { Enrolment } from '#shared/domain/newsroom.ts'
import { makeFolder, moveIntoPlace } from '../db/durable.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { NewsroomCache, readSetting, writeSetting } from '../settings/repository.ts'
import { wordsFolder } from './wordLog.ts'

const Owner = z.object({ enrolment: Enrolment, newsroom: NewsroomCache.nullable() })

const ownerFile = (dataDir: string): string => join(wordsFolder(dataDir), 'owner.json')

/** Whose words lie in the word log: without it a lost library could not say whose articles they are. Holds no secret. */
export function rememberOwner(dataDir: string, db: ReadableDb): void {
  const enrolment = readSetting(db, 'enrolment')
  if (enrolment === undefined) return
  const text = `${JSON.stringify({ enrolment, newsroom: readSetting(db, 'newsroom') ?? null }, null, 2)}\n`
  const file = ownerFile(dataDir)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  makeFolder(wordsFolder(dataDir))
  writeFileSync(`${file}.part`, text, { mode: 0o600 })
  moveIntoPlace(`${file}.part`, file)
}

/** Gives a restored library its owner back where it does not know one. */
export function restoreOwner(dataDir: string, tx: WritableDb): void {
  const owner = readOwner(dataDir)
  if (owner === null || readSetting(tx, 'enrolment') !== undefined) return
  writeSetting(tx, 'enrolment', owner.enrolment)
  if (owner.newsroom !== null) writeSetting(tx, 'newsroom', owner.newsroom)
}

function readOwner(dataDir: string): z.infer<typeof Owner> | null {
  try {
    return Owner.parse(JSON.parse(readFileSync(ownerFile(dataDir), 'utf8')))
  } catch {
    return null
  }
}
