import type { Revision } from '#shared/document/revision.ts'
import { revisionId as idOf } from '#shared/document/revision.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { desk } from '#shared/protocol/routes.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { findArticle, getArticle } from '../articles/repository.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import type { WritableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import { keepPoint } from '../history/keepPoint.ts'
import type { Media } from '../media/service.ts'
import { missingMedia, missingRevisions, putRevision } from '../revisions/repository.ts'
import { adoptRevision } from './adoptRevision.ts'
import type { Session } from './session.ts'

export interface Fetching {
  readonly session: Session
  readonly media: Media
  readonly signal: AbortSignal
  /** What the desk could not give; asked for again after the next start, and not with every round. */
  readonly unavailable: Set<string>
}

/** Fetches the texts and pictures that articles stand at and that are not here. What does not match its hash is not kept. */
export async function fetchMissing(context: CoreContext, fetching: Fetching): Promise<void> {
  for (const { articleId, revisionId } of missingRevisions(context.db)) {
    await unlessUnavailable(context, fetching, revisionId, async () => {
      const revision = await downloadRevision(fetching, articleId, revisionId)
      transaction(context.db, (tx) => {
        // It may have been removed from the bin while its text was on its way.
        if (findArticle(tx, articleId) === undefined) return
        putRevision(tx, revision, now(context))
        adoptRevision(tx, revision)
        keepSubmission(tx, revision, revisionId)
      })
      context.emit('articles.changed', { articleId })
    })
  }
  for (const { media, articleId } of missingMedia(context.db)) {
    await unlessUnavailable(context, fetching, media, async () => {
      const { session, signal } = fetching
      const bytes = await session.authorised(signal, (token) => session.client.getMedia(media, { signal, token }))
      await fetching.media.addFromDesk(media, bytes)
      context.emit('articles.changed', { articleId })
    })
  }
}

/** Throws `revision_mismatch` for what is not what its id says. */
export async function downloadRevision(
  { session, signal }: Pick<Fetching, 'session' | 'signal'>,
  articleId: ArticleId,
  revisionId: RevisionId,
): Promise<Revision> {
  const { parents, content } = await session.authorised(signal, (token) =>
    session.client.call(desk.getRevision, { params: { articleId, revisionId } }, { signal, token }),
  )
  const revision: Revision = { articleId, parents, content }
  if (idOf(revision) !== revisionId) throw new GalleyError('revision_mismatch', { articleId, revisionId })
  return revision
}

/** Articles stand at revisions that were submitted; the desk's time is the only one that is known of them here. */
function keepSubmission(tx: WritableDb, { articleId, content }: Revision, revisionId: RevisionId): void {
  const { authorId, updatedAt } = getArticle(tx, articleId)
  const submission = { reason: 'submitted', version: 0, at: updatedAt, personId: authorId } as const
  keepPoint(tx, { articleId, content, revisionId, ...submission })
}

/** One text that cannot be had must not keep the others away. */
async function unlessUnavailable(
  { log }: CoreContext,
  { unavailable }: Fetching,
  id: string,
  fetch: () => Promise<void>,
): Promise<void> {
  if (unavailable.has(id)) return
  try {
    await fetch()
  } catch (error) {
    if (!(error instanceof GalleyError) || !isFinal(error)) throw error
    unavailable.add(id)
    log.warn('not to be had from the desk', { id, code: error.code })
  }
}

const final = new Set<GalleyError['code']>([
  'not_found',
  'forbidden',
  'revision_mismatch',
  'media_unsupported',
  'too_large',
])

const isFinal = ({ code, details }: GalleyError): boolean =>
  final.has(code) || (code === 'server_unavailable' && details['reason'] === 'malformed answer')
