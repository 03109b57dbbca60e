import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

import type { CoreContract } from '#shared/contract/core.ts'
import type { HostContract } from '#shared/contract/host.ts'
import type { RpcClient } from '#shared/rpc/client.ts'
import { useRows } from '#renderer/features/library/useRows.ts'
import { BaseProvider } from '#renderer/platform/context.tsx'
import type { RowsPage } from './harness.ts'

const total = 100_000

interface Asked {
  offset: number
  limit: number
}

/** Core, which answers when the test says so. */
const asked: Asked[] = []
const open: (() => void)[] = []
const list = ({ offset, limit }: Asked) =>
  new Promise((resolve) => {
    asked.push({ offset, limit })
    const rows = Array.from({ length: limit }, (_, at) => ({ headline: `稿件 ${offset + at}` }))
    open.push(() => resolve({ total, rows }))
  })

const client = { on: () => () => undefined, close: () => undefined }
const none = () => Promise.reject(new Error('not here'))
const base = {
  platform: { kind: 'web', connectCore: none, connectHost: none, mediaUrl: () => '' },
  core: { ...client, call: { articles: { list } } } as unknown as RpcClient<CoreContract>,
  host: { ...client, call: {} } as unknown as RpcClient<HostContract>,
  connected: true,
} as const

let scroll: (range: { first: number; last: number }) => void = () => undefined

function Rows() {
  const [{ first, last }, setRange] = useState({ first: 0, last: 9 })
  useEffect(() => {
    scroll = setRange
  }, [])
  const rows = useRows('mine', first, last)
  const shown = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return (
    <ul>
      {shown.map((index) => (
        <li key={index}>{rows.row(index)?.headline}</li>
      ))}
    </ul>
  )
}

const harness: RowsPage = {
  show: (first, last) => flushSync(() => scroll({ first, last })),
  asked: () => asked.map(({ offset }) => offset),
  answer() {
    const next = open.shift()
    next?.()
    return next !== undefined
  },
}
window.rows = harness

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
})
createRoot(document.getElementById('root') as HTMLElement).render(
  <QueryClientProvider client={queries}>
    <BaseProvider base={base}>
      <Rows />
    </BaseProvider>
  </QueryClientProvider>,
)
