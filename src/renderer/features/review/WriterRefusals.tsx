import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { refusedWriterText } from '#renderer/inspector/refusedWriterText.ts'
import { useCore } from '#renderer/platform/context.tsx'
import { useArticle } from '#renderer/state/article.tsx'
import { useWriterRefusals } from '#renderer/state/queries.ts'
import { useAct } from '#renderer/state/useAct.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import type { PersonId } from '#shared/domain/ids.ts'
import styles from './review.module.css'

/** What the desk refused about co-writers: why, that the article goes its way all the same, and what to do. */
export function WriterRefusals({ nameOf }: { nameOf: (personId: PersonId) => string }) {
  const t = useT()
  const act = useAct()
  const errorText = useErrorText()
  const { sharing } = useCore()
  const { articleId } = useArticle()
  const refusals = useWriterRefusals(articleId).data ?? []
  return refusals.map(({ personId, writes, error }) => {
    const reason = refusedWriterText(error)
    return (
      <Notice key={personId} tone="caution" className={styles.refusal}>
        <p>
          <strong>{t(writes ? 'sharing.letInRefused' : 'sharing.takeOutRefused', { name: nameOf(personId) })}</strong>
        </p>
        <p>{reason === null ? errorText(error) : t(reason)}</p>
        <p className={styles.soft}>{t('sharing.refusedHint')}</p>
        <Button
          className={styles.noteAct}
          onClick={() => void act('sharing.dismiss', () => sharing.dismiss({ articleId, personId }))}
        >
          {t('sharing.dismiss')}
        </Button>
      </Notice>
    )
  })
}
