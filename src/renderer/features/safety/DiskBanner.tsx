import { FileDown, RotateCw } from 'lucide-react'

import { useT } from '#renderer/i18n/context.tsx'
import { runCommand } from '#renderer/state/commands.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import { useDiskTrouble, useRetryDisk } from './queries.ts'
import styles from './safety.module.css'

/** Says above everything else that nothing can be saved now, and why: nobody shall type into what keeps nothing. */
export function DiskBanner() {
  const t = useT()
  const trouble = useDiskTrouble()
  const retry = useRetryDisk()
  return (
    <div>
      {trouble !== null && (
        <Notice
          tone="caution"
          className={styles.banner}
          action={
            <span className={styles.buttons}>
              <Button icon={FileDown} onClick={() => runCommand('library.export')}>
                {t('safety.diskExport')}
              </Button>
              <Button icon={RotateCw} aria-disabled={retry.isPending} onClick={() => retry.mutate()}>
                {t(retry.isPending ? 'safety.diskLooking' : 'safety.diskRetry')}
              </Button>
            </span>
          }
        >
          <strong>{t(`safety.${trouble.code}`)}</strong> {t('safety.diskReading')} {t(`safety.${trouble.code}_do`)}{' '}
          {t('safety.diskByItself')}
          {retry.isError && <strong className={styles.still}>{t('safety.diskStill')}</strong>}
        </Notice>
      )}
    </div>
  )
}
