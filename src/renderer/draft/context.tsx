import type { ReactNode } from 'react'
import { createContext, use, useCallback, useSyncExternalStore } from 'react'

import type { DraftSession, DraftSnapshot } from './DraftSession.ts'

const DraftContext = createContext<DraftSession | null>(null)

export function DraftProvider({ session, children }: { session: DraftSession; children: ReactNode }) {
  return <DraftContext value={session}>{children}</DraftContext>
}

/** The opened article. */
export function useDraft(): DraftSession {
  const session = use(DraftContext)
  if (session === null) throw new Error('useDraft is used outside of DraftProvider')
  return session
}

export function useDraftSnapshot(): DraftSnapshot {
  const session = useDraft()
  return useSyncExternalStore(session.subscribe, session.getSnapshot)
}

/** One value of the snapshot: renders again only when that value is another. `select` has to return what is in it. */
export function useDraftValue<T>(select: (snapshot: DraftSnapshot) => T): T {
  const session = useDraft()
  const read = useCallback(() => select(session.getSnapshot()), [session, select])
  return useSyncExternalStore(session.subscribe, read)
}
