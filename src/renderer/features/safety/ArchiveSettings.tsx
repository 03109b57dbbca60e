import { FileDown, FileUp } from 'lucide-react'

import { useT } from '#renderer/i18n/context.tsx'
import { runCommand } from '#renderer/state/commands.ts'
import { Button } from '#renderer/ui/Button.tsx'
import styles from './safety.module.css'

/** The way to the two dialogs, beside the backups. */
export function ArchiveSettings() {
  const t = useT()
  return (
    <section className={styles.block} aria-labelledby="archive">
      <h3 id="archive" className={styles.title}>
        {t('archive.title')}
      </h3>
      <p className={styles.faint}>{t('archive.about')}</p>
      <div className={styles.buttons}>
        <Button icon={FileDown} onClick={() => runCommand('library.export')}>
          {t('commands.exportLibrary')}
        </Button>
        <Button icon={FileUp} onClick={() => runCommand('library.import')}>
          {t('commands.importLibrary')}
        </Button>
      </div>
    </section>
  )
}
