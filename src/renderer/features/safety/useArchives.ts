import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { isGalleyError } from '#shared/rpc/errors.ts'
import { useBase, useCore } from '#renderer/platform/context.tsx'

const key = ['safety', 'archives'] as const

/** Kept up to date by what core tells, also for a window that was opened in the middle of a job. */
export function useArchives() {
  const { core } = useBase()
  const queries = useQueryClient()
  useEffect(() => core.on('archives.changed', (status) => void queries.setQueryData(key, status)), [core, queries])
  return useQuery({ queryKey: key, queryFn: () => core.call.archives.status({}) })
}

export function useExport() {
  const core = useCore()
  return useMutation({ mutationFn: (file: string) => core.archives.export({ file }) })
}

export function useInspect() {
  const core = useCore()
  return useMutation({ mutationFn: (file: string) => core.archives.inspect({ file }) })
}

export function useImport() {
  const core = useCore()
  return useMutation({ mutationFn: () => core.archives.import({}) })
}

export function useArchiveCalls() {
  const { archives } = useCore()
  return {
    cancel: () => void archives.cancel({}).catch(() => {}),
    discard: () => void archives.discard({}).catch(() => {}),
  }
}

/** Whoever broke it off knows. */
export const worthSaying = (error: unknown): boolean => error !== null && !isGalleyError(error, 'cancelled')
