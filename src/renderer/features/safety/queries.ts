import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import type { DiskTrouble } from '#shared/contract/recovery.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { useBase, useCore } from '#renderer/platform/context.tsx'

const keys = { backups: ['safety', 'backups'] as const, recovery: ['safety', 'recovery'] as const }

/** Kept up to date by what core tells. */
export function useBackups() {
  const { core } = useBase()
  const queries = useQueryClient()
  useEffect(
    () => core.on('backups.changed', (status) => void queries.setQueryData(keys.backups, status)),
    [core, queries],
  )
  return useQuery({ queryKey: keys.backups, queryFn: () => core.call.backups.status({}) })
}

export function useBackUpNow() {
  const core = useCore()
  return useMutation({ mutationFn: () => core.backups.now({}) })
}

export function useSetBackupFolder() {
  const core = useCore()
  return useMutation({
    mutationFn: (folder: string | null) => core.backups.setFolder({ folder }),
    onSuccess: (status, _folder, _result, { client }) => client.setQueryData(keys.backups, status),
  })
}

export function useRecovery() {
  const { core } = useBase()
  const queries = useQueryClient()
  useEffect(
    () => core.on('recovery.changed', () => void queries.invalidateQueries({ queryKey: keys.recovery })),
    [core, queries],
  )
  return useQuery({ queryKey: keys.recovery, queryFn: () => core.call.recovery.status({}) })
}

/** What keeps the library from being written to; null where nothing does, and while that is not known. */
export function useDiskTrouble(): DiskTrouble | null {
  return useRecovery().data?.disk ?? null
}

/** When the disk is well again the connection ends before the answer, and the next one finds the library open. */
export function useRetryDisk() {
  const core = useCore()
  return useMutation({
    mutationFn: () =>
      core.recovery.retry({}).catch((error: unknown) => {
        if (!isGalleyError(error, 'disconnected')) throw error
      }),
    onError: (_error, _none, _result, { client }) => client.invalidateQueries({ queryKey: keys.recovery }),
  })
}

export function useReadReport() {
  const core = useCore()
  return useMutation({
    mutationFn: (id: string) => core.recovery.read({ id }),
    onSuccess: (_done, _id, _result, { client }) => client.invalidateQueries({ queryKey: keys.recovery }),
  })
}
