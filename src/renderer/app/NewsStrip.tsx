import { TriangleAlert, X } from 'lucide-react'

import { useT } from '../i18n/context.tsx'
import { useNews } from '../state/news.ts'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './NewsStrip.module.css'

/** What went wrong with the last act, until it has been read. */
export function NewsStrip() {
  const t = useT()
  const { news, dismiss } = useNews()
  return (
    <div role="alert">
      {news !== null && (
        <div className={styles.strip}>
          <TriangleAlert size={15} strokeWidth={1.75} aria-hidden />
          <p>
            <strong>{news.title}</strong>
            {news.text}
          </p>
          <IconButton icon={X} label={t('app.dismiss')} onClick={dismiss} />
        </div>
      )}
    </div>
  )
}
