import { History } from 'lucide-react'
import { useState } from 'react'

import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { useArticle } from '#renderer/state/article.tsx'
import { useHistory } from '#renderer/state/queries.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import type { TimelineLine } from './lines.ts'
import { Timeline } from './Timeline.tsx'

/** 历史: every version that there was of the opened article, to be compared and brought back. */
export function HistoryPanel() {
  const t = useT()
  const errorText = useErrorText()
  const { articleId } = useArticle()
  const { data, error, refetch } = useHistory(articleId)
  const [opened, setOpened] = useState<TimelineLine | null>(null)
  if (error !== null) {
    return (
      <EmptyState
        title={t('history.failed')}
        action={<Button onClick={() => void refetch()}>{t('history.retry')}</Button>}
      >
        {errorText(error)}
      </EmptyState>
    )
  }
  if (data === undefined) return null
  if (data.length === 0) {
    return (
      <EmptyState icon={History} title={t('history.empty')}>
        {t('history.emptyHint')}
      </EmptyState>
    )
  }
  const text = opened?.entry.text ?? null
  return (
    <>
      <Timeline entries={data} onOpen={setOpened} />
      {opened !== null && text !== null && (
        <EntryDialog {...{ entry: opened.entry, text, previous: opened.previous }} onClose={() => setOpened(null)} />
      )}
    </>
  )
}
