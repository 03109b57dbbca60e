import type { ErrorCode } from '#shared/rpc/errors.ts'
import type { SaveState } from '../draft/Autosave.ts'

/** What the status bar says first. That something is not on disk matters more than that nobody may write on. */
export const saveStanding = (save: SaveState, editable: boolean): SaveState | { kind: 'readOnly' } =>
  editable || save.kind !== 'saved' ? save : { kind: 'readOnly' }

/** What a person can do something about is said at once; the rest is in the words that belong to the failure. */
export function notSavedBecause(code: ErrorCode) {
  switch (code) {
    case 'disk_full':
      return 'app.notSavedDiskFull'
    case 'disk_read_only':
      return 'app.notSavedReadOnly'
    case 'disk_failing':
      return 'app.notSavedFailing'
    default:
      return 'app.notSaved'
  }
}
