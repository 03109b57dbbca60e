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

/** Those of `articleIds` that `me` may read and that the filters let through. */
export function readableOf(
  library: ReadableDb,
  articleIds: readonly ArticleId[],
  me: PersonId,
  filters: SearchFilters,
): Set<ArticleId> {
  const { state, kind, columnIds, from, until } = filters
  const conditions = [
    readable,
    state === 'bin' ? 'binned_at IS NOT NULL AND author_id = @me' : 'binned_at IS NULL',
    ...(state !== null && state !== 'bin' ? ['state = @state'] : []),
    ...(kind !== null ? ['kind = @kind'] : []),
    ...(columnIds.length > 0 ? ['column_id IN (SELECT value FROM json_each(@columns))'] : []),
    ...(from !== null ? ['updated_at >= @from'] : []),
    ...(until !== null ? ['updated_at < @until'] : []),
  ]
  const rows = library.all(
    Row,
    `SELECT id AS articleId FROM articles
     WHERE id IN (SELECT value FROM json_each(@ids)) AND ${conditions.join(' AND ')}`,
    { ids: JSON.stringify(articleIds), me, state, kind, columns: JSON.stringify(columnIds), from, until },
  )
  return new Set(rows.map(({ articleId }) => articleId))
}
