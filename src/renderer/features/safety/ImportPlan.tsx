import type { ArchiveContents } from '#shared/contract/archives.ts'
import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import { Outcomes } from './Outcomes.tsx'
import styles from './safety.module.css'

/** What is in an archive, and what taking it in would mean here. */
export function ImportPlan({ contents }: { contents: ArchiveContents }) {
  const t = useT()
  const format = useFormat()
  const { file, madeAt, madeBy, newsroom, foreign, counts, outcomes } = contents
  const { articles, revisions, points, pictures } = counts
  const bringsWords = outcomes.new + outcomes.twice + outcomes.read + outcomes.copied > 0
  return (
    <>
      <p className={styles.path}>{file}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{t('archive.from')}</dt>
          <dd>{t('archive.fromWhom', { ...madeBy, newsroom })}</dd>
        </div>
        <div>
          <dt>{t('archive.madeAt')}</dt>
          <dd>{format.dateTime(madeAt)}</dd>
        </div>
        <div>
          <dt>{t('archive.holds')}</dt>
          <dd>{t('archive.holdsFacts', { articles, revisions, points, pictures })}</dd>
        </div>
      </dl>
      {foreign && <Notice>{t('archive.foreign')}</Notice>}
      <h3>{t('archive.willDo')}</h3>
      <Outcomes outcomes={outcomes} />
      {!bringsWords && <p>{t('archive.noWords')}</p>}
      <p className={styles.faint}>{t('archive.safe')}</p>
    </>
  )
}
