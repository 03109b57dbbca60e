import { useState } from 'react'

import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { ComparisonDialog } from '#renderer/inspector/comparison/ComparisonDialog.tsx'
import { useIdleContent } from '#renderer/inspector/useIdleContent.ts'
import { useArticle } from '#renderer/state/article.tsx'
import { useHistoryText } from '#renderer/state/queries.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Segments } from '#renderer/ui/Segments.tsx'
import type { HistoryEntry, TextRef } from '#shared/contract/history.ts'
import { emptyContent } from '#shared/document/content.ts'
import { isSame } from '#shared/document/diffContents.ts'
import type { Parts } from '#shared/document/takeBack.ts'
import { useRestore } from './useRestore.ts'
import styles from './history.module.css'

interface EntryDialogProps {
  entry: HistoryEntry
  text: TextRef
  previous: HistoryEntry | null
  onClose: () => void
}

/** What a version says, against the text now or the version before; and the way back to it. */
export function EntryDialog({ entry, text, previous, onClose }: EntryDialogProps) {
  const t = useT()
  const format = useFormat()
  const { articleId, editable } = useArticle()
  const [chosen, setChosen] = useState<'now' | 'previous' | null>(null)
  const now = useIdleContent()
  const own = useHistoryText(articleId, text)
  const before = useHistoryText(articleId, previous?.text ?? null)
  const restore = useRestore()
  const nameOf = ({ reason, at }: HistoryEntry) => `${t(`history.${reason}`)} · ${format.dateTime(at)}`
  const different = own.data !== undefined && !isSame(own.data, now)
  // What is the text now says more beside the one before it.
  const against = chosen ?? (different || own.data === undefined ? 'now' : 'previous')
  const withNow = against === 'now'
  const bringBack = (parts: Parts | null) => {
    setChosen('now')
    restore.mutate({ text, parts }, { onSuccess: () => parts === null && onClose() })
  }
  const earlier = previous === null ? emptyContent : (before.data ?? null)
  const names = withNow
    ? { before: nameOf(entry), after: t('history.now') }
    : { before: previous === null ? t('history.nothingBefore') : nameOf(previous), after: nameOf(entry) }
  return (
    <ComparisonDialog
      title={t('history.compareTitle')}
      names={names}
      before={withNow ? (own.data ?? null) : earlier}
      after={withNow ? now : (own.data ?? null)}
      error={own.error ?? before.error ?? restore.error}
      onRestore={editable && withNow ? bringBack : null}
      onClose={onClose}
      choice={
        <Segments
          label={t('history.compareWith')}
          value={against}
          onChange={setChosen}
          options={[
            { value: 'now', label: t('history.withNow') },
            { value: 'previous', label: t('history.withPrevious') },
          ]}
        />
      }
      actions={
        <>
          <span className={styles.hint}>{t(editable ? 'history.restoreAllHint' : 'history.readOnly')}</span>
          {editable && (
            <Button
              variant="primary"
              disabled={!withNow || !different || restore.isPending}
              onClick={() => bringBack(null)}
            >
              {t(restore.isPending ? 'history.restoring' : 'history.restoreAll')}
            </Button>
          )}
        </>
      }
    />
  )
}
