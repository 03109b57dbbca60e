import { create } from 'zustand'

import type { RevisionId } from '#shared/domain/ids.ts'

interface Opinions {
  written: ReadonlyMap<RevisionId, string>
  write: (revisionId: RevisionId, opinion: string) => void
}

/** Opinions that are being written. They outlive their panel, so that a look at another tab or article costs no words. */
const useOpinions = create<Opinions>((set) => ({
  written: new Map(),
  write: (revisionId, opinion) => set(({ written }) => ({ written: new Map(written).set(revisionId, opinion) })),
}))

export function useOpinion(revisionId: RevisionId) {
  const opinion = useOpinions(({ written }) => written.get(revisionId) ?? '')
  return { opinion, write: (text: string) => useOpinions.getState().write(revisionId, text) }
}
