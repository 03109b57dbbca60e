import { useT } from '#renderer/i18n/context.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import styles from './review.module.css'

/** Words of this desktop that are not in what was handed in: where they are, and when they come in. */
export function LeftBehindNote() {
  const t = useT()
  return (
    <div className={styles.note}>
      <Notice>
        <p>
          <strong>{t('sharing.leftBehind')}</strong>
        </p>
        <p className={styles.soft}>{t('sharing.leftBehindHint')}</p>
      </Notice>
    </div>
  )
}
