import type { ReactNode } from 'react'
import { createContext, use, useCallback, useSyncExternalStore } from 'react'

import type { ArticleId } from '#shared/domain/ids.ts'
import type { DraftSession } from './DraftSession.ts'
import type { DraftSnapshot } from './types.ts'

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

/** Carries out what takes an article out of this person's hands, when the last words typed in it are on disk. */
export type HandOver = <T>(articleId: ArticleId, act: () => Promise<T>) => Promise<T>

/** Knows every article with words that are not saved, opened or not. */
export const HandOverContext = createContext<HandOver>((_articleId, act) => act())

export const useHandOver = (): HandOver => use(HandOverContext)

/** One value of the snapshot: renders again only when that value is another. `select` has to return what is in it. */
export function useDraftValue<T>(select: (snapshot: DraftSnapshot) => T): T {
  const session = useDraft()
  const read = useCallback(() => select(session.getSnapshot()), [session, select])
  return useSyncExternalStore(session.subscribe, read)
}
