import { useState } from 'react'

import type { RecoveryReport } from '#shared/contract/recovery.ts'
import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import styles from './safety.module.css'

/** Every repair that ever was, to be read again. */
export function Reports({ reports }: { reports: readonly RecoveryReport[] }) {
  const t = useT()
  const format = useFormat()
  const [shown, setShown] = useState<RecoveryReport | null>(null)
  if (reports.length === 0) return null
  return (
    <>
      <h3 className={styles.title}>{t('safety.reports')}</h3>
      <ul className={styles.reports}>
        {reports.map((report) => (
          <li key={report.id}>
            {t('safety.report', { at: format.dateTime(report.at) })}
            <Button variant="quiet" onClick={() => setShown(report)}>
              {t('safety.read')}
            </Button>
          </li>
        ))}
      </ul>
      <ReportDialog report={shown} onClose={() => setShown(null)} />
    </>
  )
}
