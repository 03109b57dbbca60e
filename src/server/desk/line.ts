import { z } from 'zod'

import type { Readable, Writable } from '../storage/open.ts'
import type { Tables } from '../storage/schema.ts'
import { lineOf } from '#shared/document/line.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { RevisionId } from '#shared/domain/ids.ts'
import type { LineEntry } from '#shared/protocol/revisions.ts'
import { maxHeads, maxLinePage } from '#shared/protocol/revisions.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

export const Parents = z.array(RevisionId)

type Row = Pick<Tables['revisions'], 'seq' | 'id' | 'parents' | 'authorId' | 'storedAt'>
const columns = ['seq', 'id', 'parents', 'authorId', 'storedAt'] as const

/** What is noted of the revisions after the `after`-th, in order; the rest comes with the next question. */
export async function lineAfter(read: Readable, articleId: ArticleId, after: number): Promise<LineEntry[]> {
  const rows = await read
    .selectFrom('revisions')
    .select(columns)
    .where('articleId', '=', articleId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(maxLinePage)
    .execute()
  return rows.map(toEntry)
}

export async function findEntry(read: Readable, articleId: ArticleId, id: RevisionId): Promise<LineEntry | null> {
  const row = await read
    .selectFrom('revisions')
    .select(columns)
    .where('articleId', '=', articleId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toEntry(row)
}

export async function nextSeq(read: Readable, articleId: ArticleId): Promise<number> {
  const { last } = await read
    .selectFrom('revisions')
    .select((x) => x.fn.coalesce(x.fn.max('seq'), x.val(0)).as('last'))
    .where('articleId', '=', articleId)
    .executeTakeFirstOrThrow()
  return last + 1
}

/**
 * The revision is a head now, and its parents no longer are. It is new, so nothing continues it yet. Throws
 * `unmerged_heads` when there are too many: merging always takes two away before it adds one.
 */
export async function advanceHeads(
  tx: Writable,
  articleId: ArticleId,
  revisionId: RevisionId,
  parents: readonly RevisionId[],
): Promise<void> {
  if (parents.length > 0) {
    await tx.deleteFrom('heads').where('articleId', '=', articleId).where('revisionId', 'in', parents).execute()
  }
  await tx.insertInto('heads').values({ articleId, revisionId }).execute()
  const heads = await headsIn(tx, articleId)
  if (heads.length > maxHeads) throw new GalleyError('unmerged_heads', { heads: heads.length })
}

/** What is handed in contains everything that was written: nobody's words stay behind unseen. Throws `unmerged_heads`. */
export async function refuseUnmerged(read: Readable, articleId: ArticleId, revisionId: RevisionId): Promise<void> {
  const rows = await read.selectFrom('revisions').select(['id', 'parents']).where('articleId', '=', articleId).execute()
  const parents = new Map(rows.map((row) => [row.id, row.parents]))
  const line = lineOf([revisionId], (id) => Parents.parse(JSON.parse(parents.get(id) ?? '[]')))
  const unmerged = (await headsIn(read, articleId)).filter((head) => !line.has(head))
  if (unmerged.length > 0) throw new GalleyError('unmerged_heads', { heads: unmerged })
}

async function headsIn(read: Readable, articleId: ArticleId): Promise<RevisionId[]> {
  const rows = await read.selectFrom('heads').select('revisionId').where('articleId', '=', articleId).execute()
  return rows.map(({ revisionId }) => revisionId)
}

const toEntry = ({ seq, id, parents, authorId, storedAt }: Row): LineEntry => ({
  seq,
  revisionId: id,
  parents: Parents.parse(JSON.parse(parents)),
  writerId: authorId,
  storedAt,
})
