import { FolderOpen, Save } from 'lucide-react'
import { useState } from 'react'

import type { BackupStatus } from '#shared/contract/backups.ts'
import { useErrorText, useFormat, useT } from '#renderer/i18n/context.tsx'
import { useCore, useHost } from '#renderer/platform/context.tsx'
import { useAct } from '#renderer/state/useAct.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import { megabytes } from './megabytes.ts'
import { PathField } from './PathField.tsx'
import { useBackups, useBackUpNow, useRecovery, useSetBackupFolder } from './queries.ts'
import { Reports } from './Reports.tsx'
import styles from './safety.module.css'

/** When the library was last backed up and where to, a second place for it, and what was ever repaired. */
export function BackupSettings() {
  const t = useT()
  const status = useBackups().data
  const recovery = useRecovery().data
  const { recovery: calls } = useCore()
  const act = useAct()
  if (status === undefined || recovery === undefined) return null
  return (
    <section className={styles.block} aria-labelledby="backups">
      <h3 id="backups" className={styles.title}>
        {t('safety.backups')}
      </h3>
      {recovery.damaged && (
        <Notice
          tone="caution"
          action={
            <Button onClick={() => void act('safety.repair', () => calls.repair({}))}>{t('safety.repair')}</Button>
          }
        >
          {t('safety.damaged')}
        </Notice>
      )}
      <Here status={status} />
      <SecondPlace key={status.second?.folder ?? ''} second={status.second} />
      <Reports reports={recovery.reports} />
    </section>
  )
}

function Here({ status: { last, count, folder, running, failure } }: { status: BackupStatus }) {
  const t = useT()
  const format = useFormat()
  const errorText = useErrorText()
  const act = useAct()
  const { host } = useHost()
  const backUp = useBackUpNow()
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t('safety.last')}</dt>
          <dd>
            {last === null
              ? t('safety.none')
              : t('safety.lastAt', { at: format.dateTime(last.at), size: megabytes(last.bytes) })}
          </dd>
        </div>
        {count > 0 && (
          <div>
            <dt>{t('safety.kept')}</dt>
            <dd>{format.number(count)}</dd>
          </div>
        )}
        <div>
          <dt>{t('safety.place')}</dt>
          <dd className={styles.path}>{folder}</dd>
        </div>
      </dl>
      {failure !== null && (
        <Notice tone="caution">
          {t('safety.failed')} {errorText(failure)}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button icon={Save} disabled={running} onClick={() => backUp.mutate()}>
          {t(running ? 'safety.running' : 'safety.now')}
        </Button>
        <Button
          variant="quiet"
          icon={FolderOpen}
          disabled={count === 0}
          onClick={() => void act('safety.show', () => host.showFolder({ folder: 'backups' }))}
        >
          {t('safety.show')}
        </Button>
      </div>
    </>
  )
}

function SecondPlace({ second }: { second: BackupStatus['second'] }) {
  const t = useT()
  const errorText = useErrorText()
  const [folder, setFolder] = useState(second?.folder ?? '')
  const choose = useSetBackupFolder()
  const changed = folder.trim() !== (second?.folder ?? '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        choose.mutate(folder.trim() === '' ? null : folder.trim())
      }}
    >
      <div className={styles.place}>
        <PathField
          use="folder"
          label={t('safety.second')}
          hint={t('safety.secondHint')}
          error={choose.error === null ? undefined : errorText(choose.error)}
          value={folder}
          onChange={setFolder}
        />
        <Button type="submit" disabled={!changed || choose.isPending}>
          {t('safety.use')}
        </Button>
      </div>
      {second !== null && !changed && <SecondState second={second} />}
    </form>
  )
}

function SecondState({ second: { state, last, error } }: { second: NonNullable<BackupStatus['second']> }) {
  const t = useT()
  const format = useFormat()
  const errorText = useErrorText()
  const arrived = last === null ? null : t('safety.secondDone', { at: format.dateTime(last) })
  switch (state) {
    case 'waiting':
    case 'done':
      return <p className={styles.faint}>{arrived ?? t('safety.secondWaiting')}</p>
    case 'absent':
      return (
        <p className={styles.faint}>
          {t('safety.secondAbsent')} {arrived}
        </p>
      )
    case 'failed':
      return (
        <Notice tone="caution">
          {t('safety.secondFailed')} {error !== null && errorText(error)}
        </Notice>
      )
  }
}
