import { mediaOf } from '#shared/document/content.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { desk } from '#shared/protocol/routes.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import type { CoreContext } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import { findMedia, setAtDesk } from '../media/repository.ts'
import type { Media } from '../media/service.ts'
import { getRevision } from '../revisions/repository.ts'
import type { Session } from '../sync/session.ts'
import { forgetLine, noteEntries } from './lineStore.ts'

export interface Talk {
  readonly session: Session
  readonly signal: AbortSignal
}

/** Sends a revision with its pictures, and notes what the desk notes of it. Throws what the desk refuses, and as `exchange` does. */
export async function sendRevision(
  { db }: CoreContext,
  media: Media,
  articleId: ArticleId,
  revisionId: RevisionId,
  { session, signal }: Talk,
): Promise<void> {
  const { parents, content } = getRevision(db, revisionId)
  const params = { articleId, revisionId }
  for (const hash of mediaOf(content)) {
    if (findMedia(db, hash)?.atDesk !== false) continue
    const { bytes, mimeType } = await media.read(hash)
    await session.authorised(signal, (token) => session.client.putMedia(hash, bytes, mimeType, { signal, token }))
    transaction(db, (tx) => setAtDesk(tx, hash))
  }
  const entry = await session
    .authorised(signal, (token) =>
      session.client.call(desk.putRevision, { params, body: { parents, content } }, { signal, token }),
    )
    .catch((error: unknown) => {
      // The desk does not have what it once had: what it has now is heard anew before anything is sent again.
      if (isGalleyError(error, 'not_found')) transaction(db, (tx) => forgetLine(tx, articleId))
      throw error
    })
  transaction(db, (tx) => noteEntries(tx, articleId, [entry]))
}
