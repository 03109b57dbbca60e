import { useEffect } from 'react'

import type { ArticleDetail } from '#shared/contract/rows.ts'
import { DraftProvider } from '../draft/context.tsx'
import type { DraftSession } from '../draft/DraftSession.ts'
import { BinnedNote } from '../features/bin/BinnedNote.tsx'
import { ReviewCommands } from '../features/review/ReviewCommands.tsx'
import { WritingPane } from '../features/writing/WritingPane.tsx'
import { useWorkspace } from '../state/workspace.ts'
import { ArticleProvider } from '../state/article.tsx'
import styles from './OpenedArticle.module.css'

/** An article that was just made waits for its headline. */
function useStart(session: DraftSession): void {
  const { fresh, articleId, started } = useWorkspace()
  useEffect(() => {
    if (!fresh || session.articleId !== articleId) return
    started()
    session.requestFocus({ at: 'field', field: 'headline' })
  }, [fresh, articleId, started, session])
}

/** An article with the words that are being written on it. */
export function OpenedArticle({ article, session }: { article: ArticleDetail; session: DraftSession }) {
  useStart(session)
  return (
    <ArticleProvider article={article}>
      <DraftProvider session={session}>
        <div className={styles.opened}>
          {article.binned && <BinnedNote />}
          <div className={styles.page}>
            <WritingPane />
          </div>
        </div>
        <ReviewCommands />
      </DraftProvider>
    </ArticleProvider>
  )
}
