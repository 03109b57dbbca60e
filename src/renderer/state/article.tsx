import type { ReactNode } from 'react'
import { createContext, use } from 'react'

import type { ArticleDetail } from '#shared/contract/rows.ts'

const ArticleContext = createContext<ArticleDetail | null>(null)

/** The article that the panes around it show, as core last told of it. What is being typed is in its DraftSession. */
export function ArticleProvider({ article, children }: { article: ArticleDetail; children: ReactNode }) {
  return <ArticleContext value={article}>{children}</ArticleContext>
}

export function useArticle(): ArticleDetail {
  const article = use(ArticleContext)
  if (article === null) throw new Error('useArticle is used outside of ArticleProvider')
  return article
}
