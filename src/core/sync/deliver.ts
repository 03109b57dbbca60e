import { z } from 'zod'

import { DeskArticle, Receipt } from '#shared/domain/article.ts'
import { LineEntry } from '#shared/protocol/revisions.ts'
import { desk } from '#shared/protocol/routes.ts'
import { fromWire, GalleyError, isGalleyError, WireError } from '#shared/rpc/errors.ts'
import type { ReadableDb } from '../db/handles.ts'
import type { Media } from '../media/service.ts'
import { getRevision } from '../revisions/repository.ts'
import type { OutboxRow } from './outbox/repository.ts'
import type { Session } from './session.ts'

/** What an act did at the desk. Files have no effect to show. */
export type Effect =
  | { kind: 'stored' }
  | { kind: 'noted'; entry: LineEntry }
  | { kind: 'article'; article: DeskArticle }
  | { kind: 'receipt'; receipt: Receipt }

export interface Delivery {
  readonly session: Session
  readonly db: ReadableDb
  readonly media: Media
  readonly signal: AbortSignal
}

/** Sends one row of the outbox under its key. Throws as `exchange` does, SignedOut, and `media_missing`. */
export function deliver(delivery: Delivery, row: OutboxRow): Promise<Effect> {
  const { session, signal } = delivery
  return session.authorised(signal, async (token) => effectOf(row, await send(delivery, row, token)))
}

async function send({ session, db, media, signal }: Delivery, row: OutboxRow, token: string): Promise<unknown> {
  const { articleId, key, request } = row
  const { client } = session
  const envelope = { signal, token, key }
  const params = { articleId }
  switch (request.act) {
    case 'media': {
      const { bytes, mimeType } = await media.read(request.media)
      return client.putMedia(request.media, bytes, mimeType, envelope)
    }
    case 'revision': {
      const { revisionId } = request
      const { parents, content } = getRevision(db, revisionId)
      return client.call(desk.putRevision, { params: { articleId, revisionId }, body: { parents, content } }, envelope)
    }
    case 'coWriter': {
      const { personId, writes } = request
      return client.call(desk.setCoWriter, { params, body: { personId, writes } }, envelope)
    }
    case 'submit':
      return client.call(desk.submit, { params, body: { revisionId: request.revisionId } }, envelope)
    case 'verdict':
      return client.call(desk.giveVerdict, { params, body: request.signed }, envelope)
    case 'publish':
      return client.call(desk.publish, { params, body: { revisionId: request.revisionId, channel: 'site' } }, envelope)
  }
}

/**
 * What became of a row whose answer was lost: its effect, or the refusal that the desk recorded, or null when the desk
 * has never seen it. Files and revisions are stored by their hash, so they are simply sent again.
 */
export async function lookUp({ session, signal }: Delivery, row: OutboxRow): Promise<Effect | GalleyError | null> {
  if (row.act === 'media' || row.act === 'revision') return null
  const params = { key: row.key }
  const operation = await session
    .authorised(signal, (token) => session.client.call(desk.operation, { params }, { signal, token }))
    .catch((error: unknown) => {
      if (isGalleyError(error, 'not_found')) return null
      throw error
    })
  if (operation === null) return null
  if (operation.status < 400) return effectOf(row, operation.body)
  const refusal = WireError.safeParse(operation.body)
  if (refusal.success) return fromWire(refusal.data)
  throw new GalleyError('server_unavailable', { reason: 'malformed operation', status: operation.status })
}

function effectOf({ act, articleId }: OutboxRow, answer: unknown): Effect {
  switch (act) {
    case 'media':
      return { kind: 'stored' }
    case 'revision':
      return { kind: 'noted', entry: LineEntry.parse(answer) }
    case 'coWriter':
    case 'submit':
    case 'verdict':
      return { kind: 'article', article: about(DeskArticle, articleId, answer) }
    case 'publish':
      return { kind: 'receipt', receipt: about(Receipt, articleId, answer) }
  }
}

/** An answer about another article is no answer. */
function about<S extends typeof DeskArticle | typeof Receipt>(schema: S, articleId: string, answer: unknown) {
  const result = schema.safeParse(answer) as z.ZodSafeParseResult<z.output<S>>
  if (result.success && result.data.articleId === articleId) return result.data
  throw new GalleyError('server_unavailable', { reason: 'malformed answer' })
}
