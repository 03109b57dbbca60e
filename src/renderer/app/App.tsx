import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'

import { coreContract } from '#shared/contract/core.ts'
import { hostContract } from '#shared/contract/host.ts'
import { chooseLocale } from '#shared/messages/format.ts'
import type { Contract } from '#shared/rpc/contract.ts'
import { LanguageProvider } from '../i18n/context.tsx'
import type { ConnectionState } from '../platform/Connection.ts'
import { Connection } from '../platform/Connection.ts'
import { BaseProvider } from '../platform/context.tsx'
import type { Platform } from '../platform/platform.ts'
import { TooltipProvider } from '../ui/Tooltip.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Gate } from './Gate.tsx'
import { Opening } from './Opening.tsx'

/** Core tells of every change, so nothing that it answered grows old by itself. */
const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })

function useConnection<C extends Contract>(open: () => Connection<C>): ConnectionState<C> {
  const [connection] = useState(open)
  useEffect(() => () => connection.close(), [connection])
  return useSyncExternalStore(connection.subscribe, connection.getSnapshot)
}

/** One window: its connections, and everything that the screens in it stand on. */
export function App({ platform }: { platform: Platform }) {
  const core = useConnection(() => new Connection(coreContract, platform.connectCore))
  const host = useConnection(() => new Connection(hostContract, platform.connectHost))
  const [queries] = useState(newQueryClient)
  if (core.client === null || host.client === null) {
    return (
      <LanguageProvider locale={chooseLocale(navigator.languages)}>
        <Opening />
      </LanguageProvider>
    )
  }
  const base = { platform, core: core.client, host: host.client, connected: core.connected }
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queries}>
        <BaseProvider base={base}>
          <TooltipProvider>
            <LanguageProvider locale={chooseLocale(navigator.languages)}>
              <ErrorBoundary>
                <Gate />
              </ErrorBoundary>
            </LanguageProvider>
          </TooltipProvider>
        </BaseProvider>
      </QueryClientProvider>
    </CSPProvider>
  )
}
