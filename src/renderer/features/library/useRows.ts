import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'

import type { ArticleRow, View } from '#shared/contract/rows.ts'
import { useCore } from '#renderer/platform/context.tsx'
import { keys } from '#renderer/state/queries.ts'
import { NewestFirst } from './NewestFirst.ts'

const pageSize = 100

/** What is in view is two pages at most: more requests than that only wait in core, before those that are wanted then. */
const mostUnderWay = 2

export interface Rows {
  /** Null until the first answer. */
  total: number | null
  error: Error | null
  retry: () => void
  /** Undefined for a row that has not been asked for or has not arrived. */
  row: (index: number) => ArticleRow | undefined
}

/**
 * The rows of a shelf from `first` to `last`, by pages: a shelf may hold a hundred thousand. Pages that are out of sight
 * again before they were asked for are not asked for.
 */
export function useRows(view: View, first: number, last: number): Rows {
  const core = useCore()
  const [line] = useState(() => new NewestFirst(mostUnderWay))
  const pages = pagesOf(first, last)
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: keys.page(view, page),
      queryFn: ({ signal }) =>
        line.make(signal, () => core.articles.list({ view, offset: page * pageSize, limit: pageSize })),
    })),
  })
  const failed = answers.find(({ error }) => error !== null)
  return {
    total: answers[0]?.data?.total ?? null,
    error: failed?.error ?? null,
    retry: () => {
      for (const answer of answers) void answer.refetch()
    },
    row(index) {
      const at = pages.indexOf(Math.floor(index / pageSize))
      const answer = answers[at]
      return answer?.data?.rows[index % pageSize]
    },
  }
}

/** The first page is always among them, and first: it says how many there are while others are on their way. */
function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(first / pageSize)
  const to = Math.floor(Math.max(first, last) / pageSize)
  const seen = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return from === 0 ? seen : [0, ...seen]
}
