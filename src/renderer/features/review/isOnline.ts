import type { SyncStatus } from '#shared/contract/sync.ts'

/** An act goes out at once. Before core has answered, nothing else is claimed. */
export const isOnline = (status: SyncStatus | undefined): boolean =>
  status === undefined || status.connection === 'online' || status.connection === 'connecting'
