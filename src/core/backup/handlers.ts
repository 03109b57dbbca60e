import type { CoreHandlers } from '#shared/contract/core.ts'
import type { Backups } from './service.ts'

export const backupHandlers = (backups: Backups): CoreHandlers['backups'] => ({
  status: () => backups.status(),
  now: () => backups.now(),
  setFolder: ({ folder }) => backups.setFolder(folder),
})
