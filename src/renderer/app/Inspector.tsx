import { DraftProvider } from '../draft/context.tsx'
import { useT } from '../i18n/context.tsx'
import { ArticleProvider } from '../state/article.tsx'
import { useWorkspace } from '../state/workspace.ts'
import { Tabs } from '../ui/Tabs.tsx'
import type { OpenArticle } from './DraftDesk.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import styles from './Inspector.module.css'
import { useInspectorTabs } from './inspectorTabs.tsx'

/** What is said about the article, beside it. */
export function Inspector({ opened }: { opened: OpenArticle }) {
  const t = useT()
  if (opened.kind !== 'open') return <p className={styles.nothing}>{t('app.noInspector')}</p>
  return (
    <ArticleProvider article={opened.article}>
      <DraftProvider session={opened.session}>
        <ErrorBoundary>
          <InspectorTabs key={opened.article.articleId} />
        </ErrorBoundary>
      </DraftProvider>
    </ArticleProvider>
  )
}

function InspectorTabs() {
  const t = useT()
  const { inspectorTab, inspect } = useWorkspace()
  const tabs = useInspectorTabs()
  return <Tabs label={t('app.inspector')} value={inspectorTab} onChange={inspect} items={tabs} />
}
