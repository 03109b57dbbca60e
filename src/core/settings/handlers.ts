import type { CoreHandlers } from '#shared/contract/core.ts'
import { Preferences } from '#shared/contract/settings.ts'
import type { Enrolment } from '#shared/domain/newsroom.ts'
import type { CoreContext } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import type { Credentials } from './enrol.ts'
import { readSetting, writeSetting } from './repository.ts'

export type Enrol = (credentials: Credentials) => Promise<Enrolment>

export const settingsHandlers = ({ db, emit }: CoreContext, enrol: Enrol): CoreHandlers['settings'] => ({
  preferences: () => readSetting(db, 'preferences') ?? Preferences.parse({}),
  setPreferences(change) {
    const given = Object.entries(change).filter(([, value]) => value !== undefined)
    const preferences = transaction(db, (tx) => {
      const merged = { ...(readSetting(tx, 'preferences') ?? Preferences.parse({})), ...Object.fromEntries(given) }
      writeSetting(tx, 'preferences', merged)
      return merged
    })
    emit('settings.preferencesChanged', preferences)
    return preferences
  },
  enrolment: () => readSetting(db, 'enrolment') ?? null,
  async enrol(credentials) {
    const enrolment = await enrol(credentials)
    emit('settings.newsroomChanged', {})
    return enrolment
  },
  newsroom: () => readSetting(db, 'newsroom') ?? null,
})
