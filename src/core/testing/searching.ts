import { randomUUID } from 'node:crypto'

import type { SearchAnswer, SearchFilters } from '#shared/contract/search.ts'
import { noFilters } from '#shared/contract/search.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Desktop } from './desktop.ts'

let asked = 0

/** A first page, each time of another asker. */
export const question = (text: string, filters: Partial<SearchFilters> = {}) => ({
  asker: randomUUID(),
  question: (asked += 1),
  text,
  filters: { ...noFilters, ...filters },
  offset: 0,
  limit: 20,
})

export async function ask(
  { call }: Desktop,
  text: string,
  filters: Partial<SearchFilters> = {},
): Promise<SearchAnswer> {
  const answer = await call.search.find(question(text, filters))
  if (answer === null) throw new Error('nobody else asked')
  return answer
}

/** What is found, in its order. */
export const found = async (
  desktop: Desktop,
  text: string,
  filters: Partial<SearchFilters> = {},
): Promise<ArticleId[]> => (await ask(desktop, text, filters)).hits.map(({ row }) => row.articleId)
