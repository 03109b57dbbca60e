import { useCallback } from 'react'

import type { MessageKey } from '#shared/messages/catalog.ts'
import type { Values } from '#shared/messages/format.ts'
import { useErrorText, useT } from '../i18n/context.tsx'
import { useNews } from './news.ts'

/**
 * Carries out what a person asked for. When it fails, it is said above the status bar under the name of the act;
 * what happened before is no longer news.
 */
export function useAct() {
  const t = useT()
  const errorText = useErrorText()
  return useCallback(
    async (name: MessageKey, act: () => Promise<unknown>, values?: Values): Promise<void> => {
      useNews.getState().dismiss()
      try {
        await act()
      } catch (error) {
        useNews.getState().tell({ title: t(name, values), text: errorText(error) })
      }
    },
    [t, errorText],
  )
}
