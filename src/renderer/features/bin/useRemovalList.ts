import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { BinnedArticle } from '#shared/contract/bin.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { useCore } from '#renderer/platform/context.tsx'
import { useWorkspace } from '#renderer/state/workspace.ts'
import type { Going } from './going.ts'
import { goingOf } from './going.ts'

export interface RemovalList {
  /** Null until it has been counted. */
  going: Going | null
  error: Error | null
  removing: boolean
  choose: (articles: readonly BinnedArticle[], chosen: boolean) => void
  remove: () => void
}

/**
 * What a person is asked about, as it was read when the question was put: it does not change under the hand. When core
 * says that it is another by now, nothing has gone, and it is read anew.
 */
export function useRemovalList(asked: 'bin' | ArticleId, onDone: (removed: number) => void): RemovalList {
  const { bin } = useCore()
  const [left, setLeft] = useState<ReadonlySet<ArticleId>>(new Set())
  const contents = useQuery({
    queryKey: ['bin', asked],
    queryFn: () => bin.contents({ articleIds: asked === 'bin' ? null : [asked] }),
    staleTime: Infinity,
    gcTime: 0,
  })
  const going = contents.data === undefined ? null : goingOf(contents.data, left)
  const removal = useMutation({
    mutationFn: (articles: readonly BinnedArticle[]) =>
      bin.empty({ articles: articles.map(({ articleId, version, binnedAt }) => ({ articleId, version, binnedAt })) }),
    onSuccess(_done, articles) {
      const { articleId: opened, open } = useWorkspace.getState()
      if (articles.some(({ articleId }) => articleId === opened)) open(null)
      onDone(articles.length)
    },
    onError: () => contents.refetch(),
  })
  return {
    going,
    error: removal.error ?? contents.error,
    removing: removal.isPending,
    choose: (articles, chosen) =>
      setLeft((before) => {
        const ids = articles.map(({ articleId }) => articleId)
        if (!chosen) return new Set([...before, ...ids])
        const back = new Set(ids)
        return new Set([...before].filter((articleId) => !back.has(articleId)))
      }),
    remove: () => going !== null && going.chosen.length > 0 && removal.mutate(going.chosen),
  }
}
