import type { LucideIcon } from 'lucide-react'
import { CloudOff, LoaderCircle, PauseCircle, Unplug, Wifi, WifiOff } from 'lucide-react'

import type { SyncStatus } from '#shared/contract/sync.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'

/** How the connection to the desk is shown. */
export const connectionMark: Record<SyncStatus['connection'], { icon: LucideIcon; word: MessageKey }> = {
  online: { icon: Wifi, word: 'sync.online' },
  connecting: { icon: LoaderCircle, word: 'sync.connecting' },
  offline: { icon: WifiOff, word: 'sync.offline' },
  paused: { icon: CloudOff, word: 'sync.paused' },
  resting: { icon: PauseCircle, word: 'sync.resting' },
  signedOut: { icon: Unplug, word: 'sync.signedOut' },
}
