import { ArticleList } from '../features/library/ArticleList.tsx'
import { SearchField } from '../features/search/SearchField.tsx'
import { SearchResults } from '../features/search/SearchResults.tsx'
import { useWorkspace } from '../state/workspace.ts'
import styles from './ListPane.module.css'

/** A shelf, or what a search has found. */
export function ListPane() {
  const searching = useWorkspace((workspace) => workspace.searching)
  return (
    <div className={styles.pane}>
      <SearchField />
      <div className={styles.rest}>{searching ? <SearchResults /> : <ArticleList />}</div>
    </div>
  )
}
