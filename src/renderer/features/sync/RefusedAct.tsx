import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { refusedWriterText } from '#renderer/inspector/refusedWriterText.ts'
import { usePeopleNames } from '#renderer/inspector/usePeopleNames.ts'
import { useCore } from '#renderer/platform/context.tsx'
import { useArticleTitle, useNewsroom } from '#renderer/state/queries.ts'
import { useAct } from '#renderer/state/useAct.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import type { PersonAct } from './personActs.ts'
import styles from './SyncPanel.module.css'

/** An act that the desk refused: why, and the way back. */
export function RefusedAct({ item }: { item: PersonAct }) {
  const t = useT()
  const act = useAct()
  const errorText = useErrorText()
  const { review, sharing } = useCore()
  const open = useWorkspace((workspace) => workspace.open)
  const { articleId, personId } = item
  const title = useArticleTitle(articleId).data || t('library.untitled')
  const nameOf = usePeopleNames(useNewsroom().data?.people ?? [])
  // Several colleagues may have been refused on one article.
  const what = personId === null ? t(`sync.${item.act}`) : t('sync.coWriterNamed', { name: nameOf(personId) })
  const reason = personId === null || item.error === null ? null : refusedWriterText(item.error)
  const dismiss = () => (personId === null ? review.dismiss({ articleId }) : sharing.dismiss({ articleId, personId }))
  return (
    <Notice tone="caution">
      <p>
        <strong>{t('sync.actOn', { act: what, title })}</strong>
      </p>
      {item.error !== null && <p>{reason === null ? errorText(item.error) : t(reason)}</p>}
      <p className={styles.hint}>{t(personId === null ? 'sync.dismissHint' : 'sharing.refusedHint')}</p>
      <div className={styles.actions}>
        <Button onClick={() => open(articleId)}>{t('sync.openArticle')}</Button>
        <Button onClick={() => void act('sync.dismiss', dismiss)}>
          {t(personId === null ? 'sync.dismiss' : 'sharing.dismiss')}
        </Button>
      </div>
    </Notice>
  )
}
