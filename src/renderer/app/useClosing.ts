import { useEffect } from 'react'

import { useT } from '../i18n/context.tsx'
import { useBase } from '../platform/context.tsx'
import { useNews } from '../state/news.ts'
import type { DraftDesk } from './DraftDesk.ts'

const { tell, dismiss } = useNews.getState()

/**
 * A window closes when its last words are on disk. In Electron it is asked first; a browser can only be made to warn,
 * and does so when there is something to lose. Without a desk (before the workstation is open) there is nothing to save.
 */
export function useClosing(desk: DraftDesk | null): void {
  const { host } = useBase()
  const t = useT()
  useEffect(() => {
    const stop = host.on('host.closing', () => {
      // When saving fails the window stays: the status bar says why, and the next attempt to close asks again.
      if (desk?.hasUnsaved === true) tell({ title: t('app.closing'), text: t('app.savingFirst') })
      const saved = desk?.flush() ?? Promise.resolve()
      saved.then(
        () => {
          dismiss()
          return host.call.host.readyToClose({})
        },
        () => undefined,
      )
    })
    const stopRescue = host.on('host.unsaved', () => {
      void host.call.host.unsavedWords({ texts: desk?.unsavedTexts ?? [] }).catch(() => undefined)
    })
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (desk === null || !desk.hasUnsaved) return
      void desk.flush().catch(() => undefined)
      event.preventDefault()
    }
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => {
      stop()
      stopRescue()
      window.removeEventListener('beforeunload', onBeforeUnload)
    }
  }, [host, desk, t])
}
