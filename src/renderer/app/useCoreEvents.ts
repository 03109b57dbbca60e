import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import { useBase } from '../platform/context.tsx'
import { forgetAll, keys } from '../state/queries.ts'
import { calm } from './calm.ts'

/** Milliseconds. A headline that is being typed changes its line in the list with every save. */
const listPause = 250
/** The same while a library is being indexed, which takes minutes. */
const searchPause = 2_000

/** The one place where what core tells makes answers stale. */
export function useCoreEvents(): void {
  const queries = useQueryClient()
  const { core } = useBase()

  useEffect(() => {
    const articles = calm(() => {
      void queries.invalidateQueries({ queryKey: keys.articles })
      // Verdicts and receipts are part of a history.
      void queries.invalidateQueries({ queryKey: keys.historyLists })
    }, listPause)
    const found = calm(() => void queries.invalidateQueries({ queryKey: keys.search }), searchPause)
    const disposers = [
      found.dispose,
      articles.dispose,
      core.on('articles.changed', articles.call),
      core.on('history.changed', ({ articleId }) => {
        void queries.invalidateQueries({ queryKey: keys.historyList(articleId) })
      }),
      // More of the library can be found now; the list has not changed.
      core.on('search.progress', found.call),
      core.on('sync.changed', (status) => {
        queries.setQueryData(keys.syncStatus, status)
        void queries.invalidateQueries({ queryKey: keys.outbox })
      }),
      core.on('settings.newsroomChanged', () => {
        void queries.invalidateQueries({ queryKey: keys.newsroom })
        void queries.invalidateQueries({ queryKey: keys.enrolment })
      }),
      core.on('settings.preferencesChanged', (preferences) => {
        queries.setQueryData(keys.preferences, preferences)
      }),
    ]
    return () => {
      for (const dispose of disposers) dispose()
    }
  }, [core, queries])

  const known = useRef(core)
  useEffect(() => {
    if (known.current === core) return
    known.current = core
    void forgetAll(queries)
  }, [core, queries])
}
