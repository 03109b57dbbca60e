import type { SyncStatus } from '#shared/contract/sync.ts'
import { useErrorText, useFormat, useT } from '#renderer/i18n/context.tsx'
import { runCommand, useCommandEnabled } from '#renderer/state/commands.ts'
import { useOutbox } from '#renderer/state/queries.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { connectionMark } from './connection.ts'
import { personActs } from './personActs.ts'
import { RefusedAct } from './RefusedAct.tsx'
import styles from './SyncPanel.module.css'

/** What waits for the desk and what the desk refused, with why and what to do about it. */
export function SyncPanel({ status }: { status: SyncStatus }) {
  const t = useT()
  const format = useFormat()
  const errorText = useErrorText()
  const acts = personActs(useOutbox().data ?? [])
  const refused = acts.filter(({ state }) => state === 'rejected')
  const waiting = acts.filter(({ state }) => state !== 'rejected')
  const { icon, word } = connectionMark[status.connection]
  const { lastContact, lastError, connection, unsent } = status
  return (
    <>
      <div className={styles.header}>
        <StatusMark icon={icon}>{t(word)}</StatusMark>
        <span className={styles.contact}>
          {lastContact === null
            ? t('sync.never')
            : t('sync.lastContact', { time: format.short(lastContact, new Date()) })}
        </span>
      </div>
      <div className={styles.body}>
        {connection === 'paused' && <Notice>{t('sync.pausedHint')}</Notice>}
        {connection !== 'paused' && connection !== 'online' && lastError !== null && (
          <Notice>{errorText(lastError)}</Notice>
        )}
        {unsent > 0 && <p className={styles.hint}>{t('sync.unsentHint', { n: unsent })}</p>}
        <Actions />
      </div>
      {refused.length > 0 && (
        <Section title={t('sync.rejectedTitle')}>
          {refused.map((item) => (
            <RefusedAct key={item.id} item={item} />
          ))}
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={t('sync.waitingTitle')}>
          <ul className={styles.list}>
            {waiting.map(({ id, act, state, createdAt }) => (
              <li key={id} className={styles.line}>
                <span>{t(`sync.${act}`)}</span>
                <span className={styles.state}>{t(`sync.${state}`)}</span>
                <time dateTime={createdAt}>{format.short(createdAt, new Date())}</time>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Actions() {
  const t = useT()
  const paused = useCommandEnabled('sync.resume')
  const online = useCommandEnabled('sync.pause')
  return (
    <div className={styles.actions}>
      <Button disabled={!online} onClick={() => runCommand('sync.now')}>
        {t('sync.now')}
      </Button>
      {paused ? (
        <Button onClick={() => runCommand('sync.resume')}>{t('sync.goOnline')}</Button>
      ) : (
        <Button disabled={!online} onClick={() => runCommand('sync.pause')}>
          {t('sync.goOffline')}
        </Button>
      )}
    </div>
  )
}
