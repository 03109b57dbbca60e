import { FilePlus2, FileText } from 'lucide-react'

import { useErrorText, useT } from '../i18n/context.tsx'
import { shortcutOf } from '../platform/keyboard.ts'
import { runCommand } from '../state/commands.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import type { OpenArticle } from './DraftDesk.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Opening } from './Opening.tsx'
import { OpenedArticle } from './OpenedArticle.tsx'

/** The page: most of the screen belongs to it. */
export function ArticlePane({ opened, onRetry }: { opened: OpenArticle; onRetry: () => void }) {
  const t = useT()
  const errorText = useErrorText()
  switch (opened.kind) {
    case 'none':
      return (
        <EmptyState
          icon={FileText}
          title={t('app.noArticle')}
          action={
            <Button icon={FilePlus2} onClick={() => runCommand('article.newOriginal')}>
              {t('commands.newOriginal')} <Kbd keys={shortcutOf('article.newOriginal') ?? ''} />
            </Button>
          }
        >
          {t('app.noArticleHint')}
        </EmptyState>
      )
    case 'opening':
      return <Opening text={t('app.opening')} />
    case 'failed':
      return (
        <div role="alert">
          <EmptyState title={t('app.openFailed')} action={<Button onClick={onRetry}>{t('app.retry')}</Button>}>
            {errorText(opened.error)}
          </EmptyState>
        </div>
      )
    case 'open':
      return (
        <ErrorBoundary>
          <OpenedArticle article={opened.article} session={opened.session} />
        </ErrorBoundary>
      )
  }
}
