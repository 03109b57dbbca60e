import { create } from 'zustand'

import type { ArticleId } from '#shared/domain/ids.ts'

interface Renaming {
  article: { articleId: ArticleId; slug: string } | null
  start: (article: { articleId: ArticleId; slug: string }) => void
  end: () => void
}

/** The article whose slug is being changed. */
export const useRenaming = create<Renaming>((set) => ({
  article: null,
  start: ({ articleId, slug }) => set({ article: { articleId, slug } }),
  end: () => set({ article: null }),
}))
