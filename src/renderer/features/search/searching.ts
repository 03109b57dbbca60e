import { create } from 'zustand'

import type { SearchFilters } from '#shared/contract/search.ts'
import { noFilters } from '#shared/contract/search.ts'

interface Searching {
  text: string
  filters: SearchFilters
  /** Grows with each change, so that core knows which question is the last. */
  question: number
  ask: (text: string) => void
  narrow: (filters: Partial<SearchFilters>) => void
  clear: () => void
}

/** What this window looks for. */
export const useSearching = create<Searching>((set) => ({
  text: '',
  filters: noFilters,
  question: 0,
  ask: (text) => set((now) => (text === now.text ? {} : { text, question: now.question + 1 })),
  narrow: (filters) => set((now) => ({ filters: { ...now.filters, ...filters }, question: now.question + 1 })),
  clear: () => set(({ question }) => ({ text: '', filters: noFilters, question: question + 1 })),
}))

/** There is something to look for. */
export const isAsking = ({ text, filters }: Pick<Searching, 'text' | 'filters'>): boolean =>
  text.trim() !== '' || isNarrowed(filters)

export const isNarrowed = ({ state, kind, columnIds, person, source, from, until }: SearchFilters): boolean =>
  [state, kind, person, source, from, until].some((value) => value !== null) || columnIds.length > 0
