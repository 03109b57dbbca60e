import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative } from 'node:path'

import { GalleyError } from '#shared/rpc/errors.ts'
import type { ReadableDb } from '../db/handles.ts'
import { readSetting } from '../settings/repository.ts'

/** Throws `folder_unusable` for what is no folder, cannot be written to, or would lose the backups with the library. */
export function checkPlace(folder: string, dataDir: string): void {
  try {
    if (!isAbsolute(folder) || !statSync(folder).isDirectory()) throw new Error('no folder')
    accessSync(folder, constants.W_OK)
    const inside = relative(realpathSync(dataDir), realpathSync(folder))
    if (!inside.startsWith('..') && !isAbsolute(inside)) throw new Error('inside of the profile')
  } catch (error) {
    throw new GalleyError('folder_unusable', { folder, reason: String(error) }, { cause: error })
  }
}

/** Names this profile's part of a folder that several may share; a device, so that two computers do not meet in it. */
export function profileName(db: ReadableDb): string {
  const enrolment = readSetting(db, 'enrolment')
  if (enrolment === undefined) return 'new'
  const account = enrolment.person.account.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 60)
  return `${account} ${enrolment.deviceId.slice(-6)}`
}
