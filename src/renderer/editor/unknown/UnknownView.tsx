import { FileQuestion } from 'lucide-react'

import { useT } from '#renderer/i18n/context.tsx'
import styles from './Unknown.module.css'

export function UnknownView({ type, inline = false }: { type: string; inline?: boolean }) {
  const t = useT()
  const words = t('writing.unknown', { type })
  if (inline) {
    return (
      <span className={styles.inline}>
        <FileQuestion size="1em" aria-hidden />
        <span className="visually-hidden">{words}</span>
      </span>
    )
  }
  return (
    <p className={styles.block}>
      <FileQuestion size={16} strokeWidth={1.75} aria-hidden />
      {words}
    </p>
  )
}
