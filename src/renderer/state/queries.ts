import type { QueryClient } from '@tanstack/react-query'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'

import type { TextRef } from '#shared/contract/history.ts'
import type { View } from '#shared/contract/rows.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Preferences } from '#shared/contract/settings.ts'
import { useCore, useHost } from '../platform/context.tsx'

/** Names under which answers of core are kept. Lists and counts share a first word: what changes one changes the other. */
export const keys = {
  articles: ['articles'] as const,
  page: (view: View, page: number) => ['articles', 'page', view, page] as const,
  counts: ['articles', 'counts'] as const,
  search: ['articles', 'found'] as const,
  found: (question: number, page: number) => ['articles', 'found', question, page] as const,
  related: (articleId: ArticleId) => ['related', articleId] as const,
  title: (articleId: ArticleId) => ['articles', 'title', articleId] as const,
  /** Of one article, or of all. Texts of points never change; the list does. */
  historyLists: ['history', 'list'] as const,
  historyList: (articleId: ArticleId) => ['history', 'list', articleId] as const,
  historyText: (articleId: ArticleId, text: TextRef | null) => ['history', 'text', articleId, text] as const,
  writers: (articleId: ArticleId) => ['articles', 'writers', articleId] as const,
  writerRefusals: (articleId: ArticleId) => ['articles', 'writerRefusals', articleId] as const,
  sync: ['sync'] as const,
  syncStatus: ['sync', 'status'] as const,
  outbox: ['sync', 'outbox'] as const,
  preferences: ['settings', 'preferences'] as const,
  enrolment: ['settings', 'enrolment'] as const,
  newsroom: ['settings', 'newsroom'] as const,
  host: ['host'] as const,
}

export function useCounts() {
  const core = useCore()
  return useQuery({ queryKey: keys.counts, queryFn: () => core.articles.counts({}) })
}

/** What people call an article that need not be on any list: its headline, else its slug. */
export function useArticleTitle(articleId: ArticleId) {
  const core = useCore()
  return useQuery({
    queryKey: keys.title(articleId),
    queryFn: async () => {
      const { headline, slug } = (await core.articles.open({ articleId })).content.fields
      return headline || slug
    },
  })
}

/** Who writes in an article. */
export function useWriters(articleId: ArticleId) {
  const core = useCore()
  return useQuery({ queryKey: keys.writers(articleId), queryFn: () => core.sharing.writers({ articleId }) })
}

/** What the desk refused about who writes in an article. */
export function useWriterRefusals(articleId: ArticleId) {
  const core = useCore()
  return useQuery({ queryKey: keys.writerRefusals(articleId), queryFn: () => core.sharing.refusals({ articleId }) })
}

/** What happened to an article, oldest first. */
export function useHistory(articleId: ArticleId) {
  const core = useCore()
  return useQuery({
    queryKey: keys.historyList(articleId),
    queryFn: async () => (await core.history.list({ articleId })).entries,
  })
}

/** The text of a point or a revision; nothing is asked for null. */
export function useHistoryText(articleId: ArticleId, text: TextRef | null) {
  const core = useCore()
  return useQuery({
    queryKey: keys.historyText(articleId, text),
    queryFn: text === null ? skipToken : async () => (await core.history.content({ articleId, text })).content,
    // Texts that nobody looks at need not stay in memory.
    gcTime: 60_000,
  })
}

export function useSyncStatus() {
  const core = useCore()
  return useQuery({ queryKey: keys.syncStatus, queryFn: () => core.sync.status({}) })
}

export function useOutbox() {
  const core = useCore()
  return useQuery({ queryKey: keys.outbox, queryFn: () => core.sync.outbox({}) })
}

export function usePreferences() {
  const core = useCore()
  return useQuery({ queryKey: keys.preferences, queryFn: () => core.settings.preferences({}) })
}

/** Shows the change at once; what core then answers is what holds. */
export function useSetPreferences() {
  const core = useCore()
  return useMutation({
    mutationFn: (change: Partial<Preferences>) => core.settings.setPreferences(change),
    onMutate: (change, { client }) => {
      client.setQueryData<Preferences>(keys.preferences, (now) => (now === undefined ? now : { ...now, ...change }))
    },
    onSettled: (_data, _error, _change, _result, { client }) =>
      client.invalidateQueries({ queryKey: keys.preferences }),
  })
}

/** Null before this desktop has been enrolled at a desk. */
export function useEnrolment() {
  const core = useCore()
  return useQuery({ queryKey: keys.enrolment, queryFn: () => core.settings.enrolment({}) })
}

/** Null before the first contact with the desk. */
export function useNewsroom() {
  const core = useCore()
  return useQuery({ queryKey: keys.newsroom, queryFn: () => core.settings.newsroom({}) })
}

export function useHostInfo() {
  const host = useHost()
  return useQuery({ queryKey: keys.host, queryFn: () => host.host.info({}) })
}

/** Everything may be different: the connection to core was lost for a while. */
export const forgetAll = (client: QueryClient): Promise<void> => client.invalidateQueries()
