import { useEffect } from 'react'

import { useBase } from '../platform/context.tsx'
import type { DraftDesk } from './DraftDesk.ts'

/**
 * A window closes when its last words are on disk. In Electron it is asked first; a browser can only be made to warn,
 * and does so when there is something to lose. Without a desk (before the workstation is open) there is nothing to save.
 */
export function useClosing(desk: DraftDesk | null): void {
  const { host } = useBase()
  useEffect(() => {
    const stop = host.on('host.closing', () => {
      // When saving fails the window stays: the status bar says why, and the next attempt to close asks again.
      const saved = desk?.flush() ?? Promise.resolve()
      saved.then(
        () => host.call.host.readyToClose({}),
        () => undefined,
      )
    })
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (desk === null || !desk.hasUnsaved) return
      void desk.flush().catch(() => undefined)
      event.preventDefault()
    }
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => {
      stop()
      window.removeEventListener('beforeunload', onBeforeUnload)
    }
  }, [host, desk])
}
