import type { ArchiveProgress } from '#shared/contract/archives.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import { useT } from '#renderer/i18n/context.tsx'
import styles from './safety.module.css'

const phases: Record<ArchiveProgress['phase'], MessageKey> = {
  texts: 'archive.phaseTexts',
  pictures: 'archive.phasePictures',
  checking: 'archive.phaseChecking',
  backup: 'archive.phaseBackup',
  storing: 'archive.phaseStoring',
}

/** How far a job is, by name and by length. */
export function JobProgress({ progress: { phase, done, total } }: { progress: ArchiveProgress }) {
  const t = useT()
  const label = t(phases[phase])
  // What cannot be measured is shown as going on.
  const measured = phase === 'backup' || phase === 'storing' ? {} : { value: done, max: Math.max(total, 1) }
  return (
    <div className={styles.progress}>
      <output>{label}</output>
      <progress aria-label={label} {...measured} />
    </div>
  )
}
