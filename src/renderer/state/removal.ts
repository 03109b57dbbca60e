import { create } from 'zustand'

import type { ArticleId } from '#shared/domain/ids.ts'

interface Removal {
  /** What a person is asked about before it leaves the disk: the whole bin, or one article in it. */
  asked: 'bin' | ArticleId | null
  ask: (what: 'bin' | ArticleId) => void
  end: () => void
}

/** Asking is all that commands and lists do; the dialog of the bin does the rest. */
export const useRemoval = create<Removal>((set) => ({
  asked: null,
  ask: (asked) => set({ asked }),
  end: () => set({ asked: null }),
}))
