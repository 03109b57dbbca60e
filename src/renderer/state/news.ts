import { create } from 'zustand'

/** Something that a person has to know and that no place on the screen already says. */
export interface News {
  /** Which act it speaks of. */
  title: string
  /** What happened, what is safe, what to do next. */
  text: string
}

interface NewsState {
  news: News | null
  tell: (news: News) => void
  dismiss: () => void
}

/** Stands above the status bar until it is dismissed or the next act takes its place. */
export const useNews = create<NewsState>((set) => ({
  news: null,
  tell: (news) => set({ news }),
  dismiss: () => set({ news: null }),
}))
