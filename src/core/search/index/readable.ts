import { z } from 'zod'

import type { SearchFilters } from '#shared/contract/search.ts'
import { ArticleId, type PersonId } from '#shared/domain/ids.ts'
import type { ReadableDb } from '../../db/handles.ts'

const Row = z.object({ articleId: ArticleId })

/**
 * An own article, one that this person writes in and has here, or one whose text has arrived. The bin is the author's,
 * and is searched only when it is asked for.
 */
const readable = `(author_id = @me OR head IN (SELECT id FROM revisions)
  OR (id IN (SELECT article_id FROM drafts) AND @me IN (SELECT value FROM json_each(co_writers))))`

/** Those of `articleIds` that `me` may read, of the dates that are asked for. The index has looked at the other filters. */
export function readableOf(
  library: ReadableDb,
  articleIds: readonly ArticleId[],
  me: PersonId,
  filters: SearchFilters,
): Set<ArticleId> {
  const { state, from, until } = filters
  const conditions = [
    readable,
    state === 'bin' ? 'binned_at IS NOT NULL AND author_id = @me' : 'binned_at IS NULL',
    ...(from !== null ? ['updated_at >= @from'] : []),
    ...(until !== null ? ['updated_at < @until'] : []),
  ]
  const rows = library.all(
    Row,
    `SELECT id AS articleId FROM articles
     WHERE id IN (SELECT value FROM json_each(@ids)) AND ${conditions.join(' AND ')}`,
    { ids: JSON.stringify(articleIds), me, from, until },
  )
  return new Set(rows.map(({ articleId }) => articleId))
}
