import { useT } from '#renderer/i18n/context.tsx'
import { runCommand, useCommandEnabled } from '#renderer/state/commands.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import styles from './bin.module.css'

/** Above the page of an article that lies in the bin: why nobody can type, and the two ways out of it. */
export function BinnedNote() {
  const t = useT()
  const canRemove = useCommandEnabled('article.removeForGood')
  return (
    <Notice className={styles.note}>
      <div className={styles.ways}>
        <span>{t('bin.inBin')}</span>
        <Button onClick={() => runCommand('article.restore')}>{t('bin.restore')}</Button>
        {canRemove && (
          <Button variant="quiet" onClick={() => runCommand('article.removeForGood')}>
            {t('commands.removeForGood')}
          </Button>
        )}
      </div>
    </Notice>
  )
}
