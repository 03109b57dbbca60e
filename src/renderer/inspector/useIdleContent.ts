import { useEffect, useState } from 'react'

import type { ArticleContent } from '#shared/document/content.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import { useDraft } from '../draft/context.tsx'
import { windowTimers } from '../draft/timers.ts'

/** The article whole, taken when nobody is typing: putting it together costs more than a keystroke may. */
export function useIdleContent(): ArticleContent {
  const session = useDraft()
  const [seen, setSeen] = useState(() => ({ session, content: session.content() }))
  useEffect(() => {
    let waiting: Dispose | null = null
    const look = () => {
      waiting ??= windowTimers.idle(() => {
        waiting = null
        setSeen({ session, content: session.content() })
      })
    }
    look()
    const stop = session.subscribe(look)
    return () => {
      stop()
      waiting?.()
    }
  }, [session])
  return seen.session === session ? seen.content : session.content()
}
