import { useCallback } from 'react'

import type { Enrolment } from '#shared/domain/newsroom.ts'
import { HandOverContext } from '../draft/context.tsx'
import { BinCommands } from '../features/bin/BinCommands.tsx'
import { ImportDrop } from '../features/library/ImportDrop.tsx'
import { LibraryCommands } from '../features/library/LibraryCommands.tsx'
import { ArchiveSettings } from '../features/safety/ArchiveSettings.tsx'
import { DiskBanner } from '../features/safety/DiskBanner.tsx'
import { BackupSettings } from '../features/safety/BackupSettings.tsx'
import { SafetyCommands } from '../features/safety/SafetyCommands.tsx'
import { UnreadReport } from '../features/safety/UnreadReport.tsx'
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx'
import { NewsStrip } from './NewsStrip.tsx'
import { Palette } from './Palette.tsx'
import { Panes } from './Panes.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TitleBar } from './TitleBar.tsx'
import { useClosing } from './useClosing.ts'
import { useDraftDesk } from './useDraftDesk.ts'
import { useKeyboard } from './useKeyboard.ts'
import { useWindowCommands } from './useWindowCommands.ts'
import styles from './Workstation.module.css'

/** The window of a person who works here. */
export function Workstation({ enrolment }: { enrolment: Enrolment }) {
  const { desk, opened } = useDraftDesk()
  useKeyboard()
  useClosing(desk)
  useWindowCommands(desk, opened)
  const retry = useCallback(() => {
    if (opened.kind === 'failed') void desk.open(opened.articleId)
  }, [desk, opened])
  return (
    <HandOverContext value={desk.handOver}>
      <ImportDrop>
        <div className={styles.window}>
          <TitleBar person={enrolment.person} />
          <DiskBanner />
          <Panes opened={opened} onRetry={retry} />
          <NewsStrip />
          <StatusBar opened={opened} />
        </div>
        <LibraryCommands
          article={opened.kind === 'open' ? opened.article : null}
          session={opened.kind === 'open' ? opened.session : null}
        />
        <BinCommands article={opened.kind === 'open' ? opened.article : null} />
        <Palette />
        <Shortcuts />
        <SettingsDialog enrolment={enrolment}>
          <BackupSettings />
          <ArchiveSettings />
        </SettingsDialog>
        <SafetyCommands />
        <UnreadReport />
      </ImportDrop>
    </HandOverContext>
  )
}
