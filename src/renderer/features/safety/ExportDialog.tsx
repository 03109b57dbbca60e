import { useState } from 'react'

import type { ExportReport } from '#shared/contract/archives.ts'
import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import { JobProgress } from './JobProgress.tsx'
import { megabytes } from './megabytes.ts'
import { PathField } from './PathField.tsx'
import styles from './safety.module.css'
import { useArchiveCalls, useArchives, useExport, worthSaying } from './useArchives.ts'

/** Writes the whole library into one file. Closing it leaves the job running; it says how that ended when it is opened again. */
export function ExportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT()
  const errorText = useErrorText()
  const status = useArchives().data
  const exporting = useExport()
  const { cancel } = useArchiveCalls()
  const [written, setWritten] = useState<string | null>(null)
  const file = (written ?? status?.suggested ?? '').trim()
  const job = status?.job ?? null
  const report = job === null ? exporting.data : undefined
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('archive.exportTitle')}
      description={t('archive.exportAbout')}
      closeLabel={t('app.close')}
      actions={
        report !== undefined ? (
          <>
            <Button onClick={() => exporting.reset()}>{t('archive.again')}</Button>
            <Button onClick={onClose}>{t('app.close')}</Button>
          </>
        ) : job === null ? (
          <Button variant="primary" disabled={file === ''} onClick={() => exporting.mutate(file)}>
            {t('archive.export')}
          </Button>
        ) : (
          <Button onClick={cancel}>{t('app.cancel')}</Button>
        )
      }
    >
      <div className={styles.story}>
        {worthSaying(exporting.error) && <Notice tone="caution">{errorText(exporting.error)}</Notice>}
        {report === undefined && (
          <PathField
            use="newArchive"
            label={t('archive.exportTo')}
            hint={t('archive.pathHint')}
            value={written ?? status?.suggested ?? ''}
            onChange={setWritten}
            disabled={job !== null}
          />
        )}
        {job !== null && <JobProgress progress={job.progress} />}
        {report !== undefined && <Exported report={report} />}
      </div>
    </Dialog>
  )
}

function Exported({ report: { file, bytes, counts, missingPictures, damaged } }: { report: ExportReport }) {
  const t = useT()
  const { articles, pictures } = counts
  return (
    <>
      <h3>
        <output>{t('archive.exported')}</output>
      </h3>
      <p className={styles.path}>{file}</p>
      <p>{t('archive.exportedFacts', { articles, pictures, size: megabytes(bytes) })}</p>
      {missingPictures > 0 && <Notice>{t('archive.missingPictures', { n: missingPictures })}</Notice>}
      {damaged.length > 0 && (
        <Notice tone="caution">
          {t('archive.damagedArticles')}
          <ul>
            {damaged.map(({ articleId, headline }) => (
              <li key={articleId}>{headline || t('archive.untitled')}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
