import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'

import type { SearchAnswer, SearchHit } from '#shared/contract/search.ts'
import { useCore } from '#renderer/platform/context.tsx'
import { keys } from '#renderer/state/queries.ts'
import { useSearching } from './searching.ts'

const pageSize = 25

/** This window, as core tells it from others. */
const asker = crypto.randomUUID()

export interface Hits {
  /** Null until the first answer. */
  answer: SearchAnswer | null
  error: Error | null
  retry: () => void
  /** Undefined for one that has not arrived. */
  hit: (index: number) => SearchHit | undefined
}

/** What was found, from `first` to `last`. While a new question is on its way the answer to the one before stays. */
export function useHits(first: number, last: number): Hits {
  const { search } = useCore()
  const { text, filters, question } = useSearching()
  const from = Math.floor(first / pageSize)
  const pages = new Set([0, ...Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, n) => from + n)])
  const answers = useQueries({
    queries: Array.from(pages, (page) => ({
      queryKey: keys.found(question, page),
      queryFn: () => search.find({ asker, question, text, filters, offset: page * pageSize, limit: pageSize }),
      // The words are gone with the question.
      gcTime: 10_000,
    })),
  })
  const found = new Map(Array.from(pages, (page, at) => [page, answers[at]?.data ?? null]))
  // What was found before stays until the new answer is here: nothing flickers under somebody who types.
  const [shown, setShown] = useState<SearchAnswer | null>(null)
  const top = found.get(0) ?? null
  if (top !== null && top !== shown) setShown(top)
  return {
    answer: top ?? shown,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const answer of answers) void answer.refetch()
    },
    hit(index) {
      const page = Math.floor(index / pageSize)
      const answer = found.get(page) ?? (page === 0 ? shown : null)
      return answer?.hits[index % pageSize]
    },
  }
}
