import { FileDown, Newspaper } from 'lucide-react'

import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { shortcutOf } from '#renderer/platform/keyboard.ts'
import { runCommand, useCommandEnabled } from '#renderer/state/commands.ts'
import { useCounts } from '#renderer/state/queries.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import styles from './ArticleList.module.css'
import { shelfOf } from './shelves.ts'
import { ShelfList } from './ShelfList.tsx'

/** The articles of the shelf that is looked at. */
export function ArticleList() {
  const t = useT()
  const view = useWorkspace((workspace) => workspace.view)
  const total = useCounts().data?.[view]
  const { name } = shelfOf(view)
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <h2 className={styles.name}>{t(name)}</h2>
        <span className={styles.count}>{total === undefined ? '' : t('library.articles', { n: total })}</span>
        {view === 'bin' ? <EmptyBin /> : <Import />}
      </header>
      {/* Each shelf has its own place to stand in. */}
      <ShelfList key={view} view={view} empty={<EmptyShelf />} failed={notRead} />
    </div>
  )
}

function Import() {
  const t = useT()
  return (
    <IconButton
      icon={FileDown}
      label={t('commands.import')}
      shortcut={shortcutOf('article.import')}
      onClick={() => runCommand('article.import')}
    />
  )
}

function EmptyBin() {
  const t = useT()
  const enabled = useCommandEnabled('bin.empty')
  return (
    <Button
      variant="quiet"
      aria-label={t('commands.emptyBin')}
      disabled={!enabled}
      onClick={() => runCommand('bin.empty')}
    >
      {t('bin.empty')}
    </Button>
  )
}

const notRead = (error: Error, retry: () => void) => <NotRead error={error} onRetry={retry} />

function EmptyShelf() {
  const t = useT()
  const view = useWorkspace((workspace) => workspace.view)
  const { icon, empty, hint } = shelfOf(view)
  const action = <Button onClick={() => runCommand('article.newOriginal')}>{t('commands.newOriginal')}</Button>
  return (
    <EmptyState icon={icon} title={t(empty)} {...(view === 'mine' && { action })}>
      {t(hint)}
    </EmptyState>
  )
}

function NotRead({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useT()
  const errorText = useErrorText()
  return (
    <div role="alert">
      <EmptyState
        icon={Newspaper}
        title={t('library.loadFailed')}
        action={<Button onClick={onRetry}>{t('app.retry')}</Button>}
      >
        {errorText(error)}
      </EmptyState>
    </div>
  )
}
