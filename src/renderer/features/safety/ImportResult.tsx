import type { ImportReport } from '#shared/contract/archives.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import { Outcomes } from './Outcomes.tsx'
import styles from './safety.module.css'

/** What came in, by name where a person has to compare two texts. */
export function ImportResult({ report, onLeave }: { report: ImportReport; onLeave: () => void }) {
  const t = useT()
  const { outcomes, kept, pictures, refusedPictures } = report
  return (
    <>
      <h3>
        <output>{t('archive.hasDone')}</output>
      </h3>
      <Outcomes outcomes={outcomes} />
      {pictures > 0 && <p>{t('archive.picturesIn', { n: pictures })}</p>}
      {refusedPictures > 0 && <Notice tone="caution">{t('archive.refusedPictures', { n: refusedPictures })}</Notice>}
      {kept.length > 0 && (
        <>
          <h3>{t('archive.keptTwice')}</h3>
          <ul className={styles.reports}>
            {kept.map(({ articleId, headline }) => (
              <li key={articleId}>
                {headline || t('archive.untitled')}
                <Button
                  variant="quiet"
                  onClick={() => {
                    onLeave()
                    const { show, open } = useWorkspace.getState()
                    show('mine')
                    open(articleId)
                  }}
                >
                  {t('archive.open')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
