import { z } from 'zod'

import type { Caller } from '../accounts/tokens.ts'
import type { Readable, Writable } from '../storage/open.ts'
import type { Tables } from '../storage/schema.ts'
import { findArticle, headOf } from './articles.ts'
import { appendRecord } from './record.ts'
import type { Revision } from '#shared/document/revision.ts'
import { revisionId } from '#shared/document/revision.ts'
import { readContent } from '#shared/document/upgrade.ts'
import type { ArticleStatus } from '#shared/domain/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { RevisionId } from '#shared/domain/ids.ts'
import { may } from '#shared/domain/roles.ts'
import type { Instant } from '#shared/domain/time.ts'
import { RevisionUpload } from '#shared/protocol/routes.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/** An upload before its content was read, so that a newer or malformed document is told apart from a malformed request. */
export const UnreadUpload = RevisionUpload.extend({ content: z.unknown() })
export type UnreadUpload = z.infer<typeof UnreadUpload>

export interface StoredRevision extends Revision {
  revisionId: RevisionId
  authorId: Tables['revisions']['authorId']
}

const drafting: ArticleStatus = { state: 'drafting' }

/**
 * Stores an immutable revision. The server computes the id itself; whoever uploads an article's first revision is its
 * author, and nobody else may add to it. Desktops hear of an article when it is submitted, not before.
 */
export async function putRevision(
  tx: Writable,
  caller: Caller,
  articleId: ArticleId,
  claimed: RevisionId,
  upload: UnreadUpload,
  at: Instant,
): Promise<void> {
  const { person } = caller
  const { parents } = upload
  const content = readContent(upload.content)
  if (idOf({ articleId, parents, content }) !== claimed) throw new GalleyError('revision_mismatch', { claimed })
  const article = await findArticle(tx, articleId)
  const foreign = article !== null && article.authorId !== person.id
  if (foreign || !may(person.roles, 'write')) throw new GalleyError('forbidden', { needs: 'author' })
  if ((await findRevision(tx, articleId, claimed)) !== null) return
  await refuseUnknownParents(tx, articleId, parents)

  if (article === null) {
    await tx
      .insertInto('articles')
      .values({
        id: articleId,
        authorId: person.id,
        ...headOf(content),
        status: JSON.stringify(drafting),
        updatedAt: at,
      })
      .execute()
  }
  await tx
    .insertInto('revisions')
    .values({
      id: claimed,
      articleId,
      authorId: person.id,
      parents: JSON.stringify(parents),
      content: JSON.stringify(content),
      storedAt: at,
    })
    .execute()
  await appendRecord(tx, caller, { articleId, event: 'revisionStored', at, revisionId: claimed, data: { parents } })
}

export async function findRevision(
  read: Readable,
  articleId: ArticleId,
  id: RevisionId,
): Promise<StoredRevision | null> {
  const row = await read
    .selectFrom('revisions')
    .selectAll()
    .where('id', '=', id)
    .where('articleId', '=', articleId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    articleId,
    revisionId: row.id,
    authorId: row.authorId,
    parents: z.array(RevisionId).parse(JSON.parse(row.parents)),
    content: readContent(JSON.parse(row.content)),
  }
}

/** Throws `not_found`, or `revision_mismatch` when what is stored is no longer what its id says. */
export async function loadRevision(read: Readable, articleId: ArticleId, id: RevisionId): Promise<StoredRevision> {
  const revision = await findRevision(read, articleId, id)
  if (revision === null) throw new GalleyError('not_found', { revisionId: id })
  if (idOf(revision) !== id) throw new GalleyError('revision_mismatch', { claimed: id })
  return revision
}

async function refuseUnknownParents(read: Readable, articleId: ArticleId, parents: readonly RevisionId[]) {
  for (const parent of parents) {
    const known = await findRevision(read, articleId, parent)
    if (known === null) throw new GalleyError('not_found', { parent })
  }
}

/** A document with half a character (a lone surrogate) has no canonical form, so it cannot be signed. */
function idOf(revision: Revision): RevisionId {
  try {
    return revisionId(revision)
  } catch (error) {
    throw new GalleyError('document_invalid', { reason: 'no canonical form' }, { cause: error })
  }
}
