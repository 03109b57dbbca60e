import { useMemo } from 'react'

import { useCore } from '#renderer/platform/context.tsx'
import { useCommands } from '#renderer/state/commands.ts'
import { useAct } from '#renderer/state/useAct.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { ImportDialog } from './ImportDialog.tsx'

/** Commands about the library as a whole, and the dialogs that they open. These stay: a job goes on behind a closed one. */
export function SafetyCommands() {
  const act = useAct()
  const { backups } = useCore()
  const { dialog, setDialog } = useWorkspace()
  useCommands(
    useMemo(
      () => ({
        'library.export': { run: () => setDialog('exportLibrary'), enabled: true },
        'library.import': { run: () => setDialog('importLibrary'), enabled: true },
        'library.backUp': { run: () => void act('commands.backUp', () => backups.now({})), enabled: true },
      }),
      [act, backups, setDialog],
    ),
  )
  const close = () => setDialog(null)
  return (
    <>
      <ExportDialog open={dialog === 'exportLibrary'} onClose={close} />
      <ImportDialog open={dialog === 'importLibrary'} onClose={close} />
    </>
  )
}
