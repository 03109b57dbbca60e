import { useQuery } from '@tanstack/react-query'
import { Newspaper } from 'lucide-react'

import { useErrorText, useFormat, useT } from '#renderer/i18n/context.tsx'
import { useCore } from '#renderer/platform/context.tsx'
import { useArticle } from '#renderer/state/article.tsx'
import { keys, useNewsroom } from '#renderer/state/queries.ts'
import { statusMark } from '#renderer/state/statusOf.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import styles from './search.module.css'

/** Articles that are shown. */
const limit = 12

/** Earlier coverage: articles about the same matter as the opened one. */
export function RelatedPanel() {
  const t = useT()
  const format = useFormat()
  const errorText = useErrorText()
  const { search } = useCore()
  const { articleId } = useArticle()
  const open = useWorkspace((workspace) => workspace.open)
  const inspect = useWorkspace((workspace) => workspace.inspect)
  const stages = useNewsroom().data?.newsroom.stages ?? []
  const related = useQuery({
    queryKey: keys.related(articleId),
    queryFn: () => search.similar({ articleId, limit }),
    // What is typed changes it little; opening the panel again asks again.
    staleTime: 0,
  })
  if (related.error !== null) return <EmptyState title={t('search.failed')}>{errorText(related.error)}</EmptyState>
  if (related.data === undefined) return null
  if (related.data.length === 0) {
    return (
      <EmptyState icon={Newspaper} title={t('search.relatedNone')}>
        {t('search.relatedNoneHint')}
      </EmptyState>
    )
  }
  return (
    <ul className={styles.related}>
      {related.data.map(({ row, shared }) => {
        const status = statusMark(row.status, stages, t)
        return (
          <li key={row.articleId}>
            <button
              type="button"
              className={styles.relatedItem}
              onClick={() => {
                open(row.articleId)
                inspect('related')
              }}
            >
              <span className={styles.relatedTitle}>{row.headline || row.slug || t('library.untitled')}</span>
              <span className={styles.relatedFoot}>
                <StatusMark icon={status.icon} tone={status.tone}>
                  {status.word}
                </StatusMark>
                <time dateTime={row.updatedAt} title={format.dateTime(row.updatedAt)}>
                  {format.short(row.updatedAt, new Date())}
                </time>
              </span>
              <span className={styles.relatedWords}>{t('search.relatedHint', { words: shared.join(' ') })}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
