import type { PersonId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { Enrolment } from '#shared/domain/newsroom.ts'
import type { ReadableDb } from '../db/handles.ts'
import type { NewsroomCache } from './repository.ts'
import { readSetting } from './repository.ts'

/** The desk that this desktop works for, as it last described itself. */
export interface Desk extends Enrolment, NewsroomCache {}

/** The person at this desktop. Throws `unauthenticated` before enrolment. */
export function meAt(db: ReadableDb): PersonId {
  const enrolment = readSetting(db, 'enrolment')
  if (enrolment === undefined) throw new GalleyError('unauthenticated')
  return enrolment.person.id
}

/** Throws `unauthenticated` before enrolment: without a person there is nobody to be the author. */
export function deskOf(db: ReadableDb): Desk {
  const enrolment = readSetting(db, 'enrolment')
  const newsroom = readSetting(db, 'newsroom')
  if (enrolment === undefined || newsroom === undefined) throw new GalleyError('unauthenticated')
  return { ...enrolment, ...newsroom }
}
