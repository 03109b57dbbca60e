import type { ReactNode } from 'react'
import { createContext, use } from 'react'

import type { CoreCalls, CoreContract } from '#shared/contract/core.ts'
import type { HostCalls, HostContract } from '#shared/contract/host.ts'
import type { RpcClient } from '#shared/rpc/client.ts'
import type { Platform } from './platform.ts'

/** What every part of a window stands on. `core` and `host` are new objects after each reconnection. */
export interface Base {
  readonly platform: Platform
  readonly core: RpcClient<CoreContract>
  readonly host: RpcClient<HostContract>
  /** False while core cannot be reached; calls then fail with `disconnected`. */
  readonly connected: boolean
}

const BaseContext = createContext<Base | null>(null)

export function BaseProvider({ base, children }: { base: Base; children: ReactNode }) {
  return <BaseContext value={base}>{children}</BaseContext>
}

export function useBase(): Base {
  const base = use(BaseContext)
  if (base === null) throw new Error('useBase is used outside of BaseProvider')
  return base
}

export const usePlatform = (): Platform => useBase().platform

/** The calls of core: `useCore().articles.open({ articleId })`. */
export const useCore = (): CoreCalls => useBase().core.call

/** The calls of the program around the window. */
export const useHost = (): HostCalls => useBase().host.call
