import { useEffect, useRef, useState, useSyncExternalStore } from 'react'

import { useBase } from '../platform/context.tsx'
import { useEnrolment } from '../state/queries.ts'
import { useWorkspace } from '../state/workspace.ts'
import { calm } from './calm.ts'
import type { OpenArticle } from './DraftDesk.ts'
import { DraftDesk } from './DraftDesk.ts'

/** Milliseconds. Reading an article again costs by its length, so a burst of changes is looked at once. */
const refreshPause = 400

/** The article that the workspace names, opened, kept up to date, and carried over reconnections. */
export function useDraftDesk(): { desk: DraftDesk; opened: OpenArticle } {
  const { core } = useBase()
  const articleId = useWorkspace((workspace) => workspace.articleId)
  const [desk] = useState(() => new DraftDesk(core.call))
  const opened = useSyncExternalStore(desk.subscribe, desk.getSnapshot)

  const { data: enrolment } = useEnrolment()
  useEffect(() => desk.setMe(enrolment?.person.id ?? null), [desk, enrolment])

  useEffect(() => void desk.open(articleId), [desk, articleId])

  const known = useRef(core)
  useEffect(() => {
    if (known.current === core) return
    known.current = core
    desk.reconnect(core.call)
  }, [core, desk])

  useEffect(() => {
    const refresh = calm(() => void desk.refresh(), refreshPause)
    // Each save of another window is told; reading the words once in a while is enough.
    let written = 0
    const hear = calm(() => articleId !== null && desk.sessionOf(articleId)?.hear(written), refreshPause)
    const disposers = [
      core.on('articles.changed', (changed) => {
        if (changed.articleId === articleId) refresh.call()
      }),
      core.on('articles.written', (saved) => {
        if (saved.articleId !== articleId) return
        written = saved.version
        hear.call()
      }),
      core.on('sharing.tookIn', (told) => desk.sessionOf(told.articleId)?.hearOf(told)),
      refresh.dispose,
      hear.dispose,
    ]
    return () => {
      for (const dispose of disposers) dispose()
    }
  }, [core, desk, articleId])
  return { desk, opened }
}
