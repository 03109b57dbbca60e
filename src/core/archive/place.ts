import { realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, relative } from 'node:path'

import { GalleyError } from '#shared/rpc/errors.ts'
import type { ReadableDb } from '../db/handles.ts'
import { readSetting } from '../settings/repository.ts'

/** Throws `file_unusable` where an archive cannot be put, or would be lost together with the library. */
export function checkTarget(file: string, dataDir: string): void {
  const refuse = (reason: string): never => {
    throw new GalleyError('file_unusable', { reason, file })
  }
  if (!isAbsolute(file)) refuse('relative')
  if (!file.toLowerCase().endsWith('.zip')) refuse('ending')
  const folder = dirname(file)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) refuse('folder')
  const inside = relative(realpathSync(dataDir), realpathSync(folder))
  if (!inside.startsWith('..') && !isAbsolute(inside)) refuse('inside')
}

/** Throws `file_unusable` for a path that is none. */
export function checkSource(file: string): void {
  if (!isAbsolute(file)) throw new GalleyError('file_unusable', { reason: 'relative', file })
}

/** Where a person will find it again; the day in its name, so that the last one is not replaced. */
export function suggestedFile(db: ReadableDb, at: Date): string {
  const account = readSetting(db, 'enrolment')?.person.account ?? 'library'
  const name = account.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 60)
  return join(homedir(), `Galley ${name} ${at.toISOString().slice(0, 10)}.zip`)
}
