import { PlugZap } from 'lucide-react'

import { SyncButton } from '../features/sync/SyncButton.tsx'
import { DraftProvider } from '../draft/context.tsx'
import { useT } from '../i18n/context.tsx'
import { useBase } from '../platform/context.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import type { OpenArticle } from './DraftDesk.ts'
import { ClashMark, NoticeMark, SaveMark, TextCounts } from './DraftStatus.tsx'
import styles from './StatusBar.module.css'

/** What is true now: saved where and when, how long it is, what waits for the desk, and whether the desk is there. */
export function StatusBar({ opened }: { opened: OpenArticle }) {
  const t = useT()
  const { connected } = useBase()
  return (
    <footer className={styles.bar} aria-label={t('app.statusBar')}>
      {opened.kind === 'open' && (
        <DraftProvider session={opened.session}>
          <span className={styles.save}>
            <SaveMark editable={opened.article.editable} />
          </span>
          <ClashMark />
          <TextCounts />
          <output className={styles.notice}>
            <NoticeMark />
          </output>
        </DraftProvider>
      )}
      <output className={styles.space}>
        {!connected && (
          <StatusMark icon={PlugZap} tone="caution">
            {t('app.reconnecting')}
          </StatusMark>
        )}
      </output>
      {/* Of the desk only core knows; without it nothing is said. */}
      {connected && <SyncButton />}
    </footer>
  )
}
