import { useCallback } from 'react'

import type { GapPlace } from '#shared/domain/attributionRules.ts'
import { useDraft } from '../draft/context.tsx'
import { useWorkspace } from '../state/workspace.ts'
import { isOnPage, useWanted } from './places.ts'

/** Takes a person to the field that mends a gap, on the page or in the attribution. */
export function useMending(): (place: GapPlace) => void {
  const session = useDraft()
  return useCallback(
    (place) => {
      if (isOnPage(place)) {
        session.requestFocus(place)
        return
      }
      useWorkspace.getState().inspect('attribution')
      useWanted.getState().want(place)
    },
    [session],
  )
}
