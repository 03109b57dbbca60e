import type { BinnedArticle } from '#shared/contract/bin.ts'
import styles from './bin.module.css'
import { HeldArticle } from './HeldArticle.tsx'
import { useFacts, useTitle } from './words.ts'

/** Nothing to choose: the one article that is asked about. */
export function OneArticle({ article }: { article: BinnedArticle }) {
  const title = useTitle()
  const facts = useFacts()
  if (article.held !== null) return <HeldArticle article={article} />
  return (
    <div>
      <p className={styles.only}>{title(article)}</p>
      <p className={styles.soft}>{facts(article)}</p>
    </div>
  )
}
