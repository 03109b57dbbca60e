import type { SaveState } from '../draft/Autosave.ts'

/** What the status bar says first. That something is not on disk matters more than that nobody may write on. */
export const saveStanding = (save: SaveState, editable: boolean): SaveState | { kind: 'readOnly' } =>
  editable || save.kind !== 'saved' ? save : { kind: 'readOnly' }
