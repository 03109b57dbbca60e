import { CircleAlert, CloudCheck, CloudUpload, Clock } from 'lucide-react'

import type { SyncStatus } from '#shared/contract/sync.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { useSyncStatus } from '#renderer/state/queries.ts'
import { Popover } from '#renderer/ui/Popover.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { connectionMark } from './connection.ts'
import styles from './SyncButton.module.css'
import { SyncPanel } from './SyncPanel.tsx'

/** At the foot of the window: what waits for the desk, and whether the desk is there. Opens the details. */
export function SyncButton() {
  const t = useT()
  const status = useSyncStatus().data
  if (status === undefined) return null
  const { icon, word } = connectionMark[status.connection]
  const trigger = (
    <button type="button" className={styles.button}>
      <Waiting status={status} />
      <StatusMark icon={icon}>{t(word)}</StatusMark>
    </button>
  )
  return (
    <Popover trigger={trigger} label={t('sync.title')} side="top" align="end">
      <SyncPanel status={status} />
    </Popover>
  )
}

function Waiting({ status: { waiting, rejected, unsent } }: { status: SyncStatus }) {
  const t = useT()
  if (waiting === 0 && rejected === 0 && unsent === 0) {
    return <StatusMark icon={CloudCheck}>{t('sync.allSent')}</StatusMark>
  }
  return (
    <>
      {rejected > 0 && (
        <StatusMark icon={CircleAlert} tone="caution">
          {t('sync.rejected', { n: rejected })}
        </StatusMark>
      )}
      {waiting > 0 && <StatusMark icon={Clock}>{t('sync.waiting', { n: waiting })}</StatusMark>}
      {unsent > 0 && <StatusMark icon={CloudUpload}>{t('sync.unsentWords', { n: unsent })}</StatusMark>}
    </>
  )
}
