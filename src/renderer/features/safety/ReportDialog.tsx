import type { RecoveryReport } from '#shared/contract/recovery.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import styles from './safety.module.css'

const reasons: Record<RecoveryReport['reason'], MessageKey> = {
  damaged: 'safety.wasDamaged',
  missing: 'safety.wasMissing',
  behind: 'safety.wasBehind',
}

/** What was done with a library that was not well: what happened, what is safe, where the old files are, what to do. */
export function ReportDialog({ report, onClose }: { report: RecoveryReport | null; onClose: () => void }) {
  const t = useT()
  return (
    <Dialog
      open={report !== null}
      onClose={onClose}
      title={t('safety.recovered')}
      closeLabel={t('app.close')}
      actions={<Button onClick={onClose}>{t('safety.understood')}</Button>}
    >
      {report !== null && <Story report={report} />}
    </Dialog>
  )
}

function Story({ report: { reason, at, backup, aside, articles } }: { report: RecoveryReport }) {
  const t = useT()
  const format = useFormat()
  const whole = articles.filter(({ outcome }) => outcome === 'whole').length
  const doubtful = articles.filter(({ outcome }) => outcome !== 'whole')
  return (
    <div className={styles.story}>
      <p className={styles.faint}>{format.dateTime(at)}</p>
      <h3>{t('safety.whatHappened')}</h3>
      <p>
        {t(reasons[reason])}{' '}
        {reason !== 'behind' &&
          (backup === null ? t('safety.fromNothing') : t('safety.fromBackup', { at: format.dateTime(backup.at) }))}
      </p>
      <h3>{t('safety.whatIsSafe')}</h3>
      <p>
        {doubtful.length === 0 ? t('safety.allWhole') : null} {whole > 0 && t('safety.whole', { n: whole })}
      </p>
      {reason !== 'behind' && <p>{t('safety.acts')}</p>}
      {doubtful.length > 0 && (
        <>
          <h3>{t('safety.notWhole')}</h3>
          <ul>
            {doubtful.map(({ articleId, headline, outcome }) => (
              <li key={articleId}>
                {headline === '' ? t('safety.untitled') : headline}{' '}
                <span className={styles.faint}>{t(outcome === 'lost' ? 'safety.lost' : 'safety.partly')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {aside !== null && (
        <>
          <h3>{t('safety.oldFiles')}</h3>
          <p>{t('safety.aside')}</p>
          <p className={styles.path}>{aside}</p>
        </>
      )}
      <h3>{t('safety.whatNow')}</h3>
      <p>{t('safety.goOn')}</p>
    </div>
  )
}
