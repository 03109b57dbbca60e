import type { ArticleDetail } from '#shared/contract/rows.ts'
import { DraftProvider } from '../draft/context.tsx'
import type { DraftSession } from '../draft/DraftSession.ts'
import { WritingPane } from '../features/writing/WritingPane.tsx'
import { ArticleProvider } from '../state/article.tsx'

/** An article with the words that are being written on it. */
export function OpenedArticle({ article, session }: { article: ArticleDetail; session: DraftSession }) {
  return (
    <ArticleProvider article={article}>
      <DraftProvider session={session}>
        <WritingPane />
      </DraftProvider>
    </ArticleProvider>
  )
}
