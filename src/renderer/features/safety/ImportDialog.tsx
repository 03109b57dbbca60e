import { useState } from 'react'

import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import { ImportPlan } from './ImportPlan.tsx'
import { ImportResult } from './ImportResult.tsx'
import { JobProgress } from './JobProgress.tsx'
import { PathField } from './PathField.tsx'
import styles from './safety.module.css'
import { useArchiveCalls, useArchives, useImport, useInspect, worthSaying } from './useArchives.ts'

/** Looks into an archive, says what taking it in would mean, and takes it in when a person says so. */
export function ImportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT()
  const errorText = useErrorText()
  const status = useArchives().data
  const inspecting = useInspect()
  const importing = useImport()
  const { cancel, discard } = useArchiveCalls()
  const [file, setFile] = useState('')
  const job = status?.job ?? null
  const contents = status?.contents ?? null
  const report = job === null && contents === null ? importing.data : undefined
  const error = importing.error ?? inspecting.error

  const begin = () => {
    importing.reset()
    inspecting.reset()
    discard()
  }
  const close = () => {
    if (job === null && report !== undefined) begin()
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('archive.importTitle')}
      {...(contents === null && report === undefined ? { description: t('archive.importAbout') } : {})}
      closeLabel={t('app.close')}
      actions={
        job !== null ? (
          <Button disabled={job.progress.phase === 'storing'} onClick={cancel}>
            {t('app.cancel')}
          </Button>
        ) : report !== undefined ? (
          <Button onClick={close}>{t('app.close')}</Button>
        ) : contents !== null ? (
          <>
            <Button onClick={begin}>{t('archive.other')}</Button>
            <Button variant="primary" onClick={() => importing.mutate()}>
              {t('archive.import')}
            </Button>
          </>
        ) : (
          <Button variant="primary" disabled={file.trim() === ''} onClick={() => inspecting.mutate(file.trim())}>
            {t('archive.look')}
          </Button>
        )
      }
    >
      <div className={styles.story}>
        {job === null && worthSaying(error) && <Notice tone="caution">{errorText(error)}</Notice>}
        {contents === null && report === undefined && (
          <PathField
            use="archive"
            label={t('archive.importFrom')}
            hint={t('archive.importHint')}
            value={file}
            onChange={setFile}
            disabled={job !== null}
          />
        )}
        {contents !== null && <ImportPlan contents={contents} />}
        {job !== null && <JobProgress progress={job.progress} />}
        {report !== undefined && <ImportResult report={report} onLeave={close} />}
      </div>
    </Dialog>
  )
}
