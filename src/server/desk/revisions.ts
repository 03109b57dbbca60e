import { z } from 'zod'

import type { Caller } from '../accounts/tokens.ts'
import type { Readable, Writable } from '../storage/open.ts'
import type { Tables } from '../storage/schema.ts'
import { findArticle, headOf, loadArticle } from './articles.ts'
import { changed } from './changeLog.ts'
import { advanceHeads, findEntry, nextSeq, Parents } from './line.ts'
import { textOf } from './packs.ts'
import type { Revision } from '#shared/document/revision.ts'
import { revisionId } from '#shared/document/revision.ts'
import { readContent } from '#shared/document/upgrade.ts'
import type { ArticleStatus } from '#shared/domain/article.ts'
import { writesIn } from '#shared/domain/article.ts'
import type { ArticleId, PersonId, RevisionId } from '#shared/domain/ids.ts'
import { may } from '#shared/domain/roles.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { LineEntry, RevisionDownload } from '#shared/protocol/revisions.ts'
import { RevisionUpload } from '#shared/protocol/revisions.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/** An upload before its content was read, so that a newer or malformed document is told apart from a malformed request. */
export const UnreadUpload = RevisionUpload.extend({ content: z.unknown() })
export type UnreadUpload = z.infer<typeof UnreadUpload>

export interface StoredRevision extends Revision {
  revisionId: RevisionId
  authorId: Tables['revisions']['authorId']
  submittedAt: Tables['revisions']['submittedAt']
}

const drafting: ArticleStatus = { state: 'drafting' }

/**
 * Stores an immutable revision of the working line. The server computes the id itself; whoever uploads an article's
 * first revision is its author, who decides who else may add to it. It is taken in whatever state the article is, since
 * words that arrive late have to be safe somewhere; only a submission decides what of them goes to review. Desktops of
 * others hear of an article when it is submitted, not before, and the record tells of what was handed in: its id covers
 * everything that it stands on.
 */
export async function putRevision(
  tx: Writable,
  caller: Caller,
  articleId: ArticleId,
  claimed: RevisionId,
  upload: UnreadUpload,
  at: Instant,
): Promise<LineEntry> {
  const { person } = caller
  const { parents } = upload
  const content = readContent(upload.content)
  if (idOf({ articleId, parents, content }) !== claimed) throw new GalleyError('revision_mismatch', { claimed })
  const article = await findArticle(tx, articleId)
  const foreign = article !== null && !writesIn(article, person.id)
  if (foreign || !may(person.roles, 'write')) throw new GalleyError('forbidden', { needs: 'author' })
  const before = await findEntry(tx, articleId, claimed)
  if (before !== null) return before
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
  const seq = await nextSeq(tx, articleId)
  await tx
    .insertInto('revisions')
    .values({
      id: claimed,
      articleId,
      seq,
      authorId: person.id,
      parents: JSON.stringify(parents),
      content: JSON.stringify(content),
      storedAt: at,
      submittedAt: null,
      pack: null,
      packStart: null,
      packEnd: null,
    })
    .execute()
  await advanceHeads(tx, articleId, claimed, parents)
  await changed(tx, articleId, { working: true })
  return { seq, revisionId: claimed, parents, writerId: person.id, storedAt: at }
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
    submittedAt: row.submittedAt,
    parents: Parents.parse(JSON.parse(row.parents)),
    content: readContent(JSON.parse(await textOf(read, row))),
  }
}

/** Throws `not_found`, or `revision_mismatch` when what is stored is no longer what its id says. */
export async function loadRevision(read: Readable, articleId: ArticleId, id: RevisionId): Promise<StoredRevision> {
  const revision = await findRevision(read, articleId, id)
  if (revision === null) throw new GalleyError('not_found', { revisionId: id })
  if (idOf(revision) !== id) throw new GalleyError('revision_mismatch', { claimed: id })
  return revision
}

/** What was handed in, anybody at the desk may read; what was not, only its writers. Throws as `loadRevision` does. */
export async function loadVisibleRevision(
  read: Readable,
  articleId: ArticleId,
  id: RevisionId,
  personId: PersonId,
): Promise<RevisionDownload> {
  const { submittedAt, ...revision } = await loadRevision(read, articleId, id)
  const hidden = submittedAt === null && !writesIn(await loadArticle(read, articleId), personId)
  if (hidden) throw new GalleyError('not_found', { revisionId: id })
  return revision
}

async function refuseUnknownParents(read: Readable, articleId: ArticleId, parents: readonly RevisionId[]) {
  for (const parent of parents) {
    const known = await findEntry(read, articleId, parent)
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
