import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'

import type { SearchFilters } from '#shared/contract/search.ts'
import { ArticleId, type PersonId } from '#shared/domain/ids.ts'
import type { ReadableDb } from '../../db/handles.ts'
import { matchOf, tagOf } from '../text/match.ts'
import type { Query } from '../text/query.ts'
import { characterOf } from '../text/query.ts'
import type { Files } from './filling.ts'
import { readableOf } from './readable.ts'

/** Articles that an answer holds at most. Who has more of them needs another word, not another page. */
const mostFound = 500

/** Candidates between two looks at whether somebody else waits. */
const slice = 250

/** How much a word weighs where it stands: body, title, names, notes. */
const weights = '1, 8, 4, 2, 0, 0'

export interface Collected {
  articleIds: ArticleId[]
  more: boolean
  order: 'relevance' | 'date'
}

const Candidate = z.object({ id: z.int(), articleId: ArticleId })
type Candidate = z.infer<typeof Candidate>

/**
 * Everything that fits, newest first, up to `mostFound`; then by relevance, where that says something: not for single
 * characters, and not when there is too much to weigh. Null as soon as `stale` says that nobody wants the answer.
 */
export async function collect(
  { library, index }: Files,
  query: Query,
  filters: SearchFilters,
  me: PersonId,
  stale: () => boolean,
): Promise<Collected | null> {
  const match = matchOf(query, tagsOf(filters))
  if (match === null && filters.from === null && filters.until === null)
    return { articleIds: [], more: false, order: 'date' }
  const found: Candidate[] = []
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const candidates = next(index, match, before)
    const allowed = readableOf(
      library,
      candidates.map(({ articleId }) => articleId),
      me,
      filters,
    )
    found.push(...candidates.filter(({ articleId }) => allowed.has(articleId)))
    const last = candidates.at(-1)
    if (last === undefined || candidates.length < slice || found.length > mostFound) break
    before = last.id
    await setImmediate()
    if (stale()) return null
  }
  const more = found.length > mostFound
  const weighed = !more && match !== null && query.wanted.some((phrase) => characterOf(phrase) === null)
  const kept = weighed ? byRelevance(index, match, found) : found.slice(0, mostFound)
  return { articleIds: kept.map(({ articleId }) => articleId), more, order: weighed ? 'relevance' : 'date' }
}

function next(index: ReadableDb, match: string | null, before: number): Candidate[] {
  if (match === null) {
    const sql = 'SELECT id, article_id AS articleId FROM documents WHERE id < ? ORDER BY id DESC LIMIT ?'
    return index.all(Candidate, sql, [before, slice])
  }
  return index.all(
    Candidate,
    `SELECT documents.id, article_id AS articleId FROM
       (SELECT rowid AS id FROM words WHERE words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?) AS found
       CROSS JOIN documents ON documents.id = found.id`,
    [match, before, slice],
  )
}

const Weighed = z.object({ id: z.int() })

function byRelevance(index: ReadableDb, match: string, found: readonly Candidate[]): Candidate[] {
  if (found.length < 2) return [...found]
  const sql = `SELECT rowid AS id FROM words WHERE words MATCH ? ORDER BY bm25(words, ${weights}), rowid DESC`
  const places = new Map(index.all(Weighed, sql, [match]).map(({ id }, place) => [id, place]))
  return found.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}

const tagsOf = ({ state, kind, columnIds, person, source }: SearchFilters): string[][] => [
  ...(state === null ? [] : [[tagOf('state', state)]]),
  ...(kind === null ? [] : [[tagOf('kind', kind)]]),
  ...(columnIds.length === 0 ? [] : [columnIds.map((id) => tagOf('column', id))]),
  ...(person === null ? [] : [[tagOf('person', person)]]),
  ...(source === null ? [] : [[tagOf('source', source)]]),
]
