import { HardDrive, RotateCw } from 'lucide-react'

import type { DiskTrouble } from '#shared/contract/recovery.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { useBase } from '#renderer/platform/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { useRetryDisk } from './queries.ts'
import styles from './DiskPage.module.css'

/** In the place of the workstation while nothing of the library can be read: what happened, what is safe, what to do. */
export function DiskPage({ trouble }: { trouble: DiskTrouble }) {
  const t = useT()
  const { platform } = useBase()
  const retry = useRetryDisk()
  return (
    <main className={styles.screen}>
      <section className={styles.card} role="alert" aria-labelledby="disk-title">
        <HardDrive size={28} strokeWidth={1.25} aria-hidden />
        <h1 id="disk-title" className={styles.title}>
          {t('safety.diskClosed')}
        </h1>
        <dl className={styles.facts}>
          <dt>{t('safety.whatHappened')}</dt>
          <dd>{t(`safety.${trouble.code}`)}</dd>
          <dt>{t('safety.diskWhere')}</dt>
          <dd className={styles.folder}>{trouble.folder}</dd>
          <dt>{t('safety.whatIsSafe')}</dt>
          <dd>{t('safety.diskUntouched')}</dd>
          <dt>{t('safety.whatNow')}</dt>
          <dd>
            {t(`safety.${trouble.code}_do`)} {t('safety.diskByItself')}
          </dd>
        </dl>
        <output className={styles.still}>{retry.isError && t('safety.diskStill')}</output>
        <div className={styles.acts}>
          <Button variant="primary" icon={RotateCw} aria-disabled={retry.isPending} onClick={() => retry.mutate()}>
            {t(retry.isPending ? 'safety.diskLooking' : 'safety.diskRetry')}
          </Button>
          {/* A page in a browser cannot close itself; its tab can. */}
          {platform.kind === 'electron' && <Button onClick={() => window.close()}>{t('program.quit')}</Button>}
        </div>
      </section>
    </main>
  )
}
