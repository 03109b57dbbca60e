import { join } from 'node:path'
import envPaths from 'env-paths'

/** Where people's work lies: one folder for each profile, never inside the program. */
const data = envPaths('galley', { suffix: '' }).data

/** The trial newsroom: its server, and a profile for each of its people. GALLEY_TRIAL_DIR puts it elsewhere. */
export const trialFolder = (): string => process.env['GALLEY_TRIAL_DIR'] ?? join(data, 'trial')

/** The profile that works at a real desk. GALLEY_PROFILE_DIR puts it elsewhere. */
export const deskFolder = (): string => process.env['GALLEY_PROFILE_DIR'] ?? join(data, 'desk')
