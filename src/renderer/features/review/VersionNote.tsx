import { useT } from '#renderer/i18n/context.tsx'
import type { RevisionId } from '#shared/domain/ids.ts'
import styles from './review.module.css'
import { shortId } from './shortId.ts'

/** Which words exactly: the beginning of the fingerprint that verdicts and receipts name. */
export function VersionNote({ revisionId }: { revisionId: RevisionId }) {
  const t = useT()
  return (
    <span className={styles.version} title={revisionId}>
      {t('review.revision', { id: shortId(revisionId) })}
    </span>
  )
}
