import type { Caller } from '../accounts/tokens.ts'
import { statusOf } from '../http/status.ts'
import type { Readable, Store, Writable } from '../storage/open.ts'
import { undoable } from '../storage/open.ts'
import { findArticle } from './articles.ts'
import { appendRecord } from './record.ts'
import { canonicalHash } from '#shared/document/canonical.ts'
import type { ArticleId, IdempotencyKey, PersonId, RevisionId } from '#shared/domain/ids.ts'
import { toInstant } from '#shared/domain/time.ts'
import { GalleyError, toWire } from '#shared/rpc/errors.ts'

/** One thing that a person wants done, under the key that their desktop chose for it. */
export interface Act {
  name: 'setCoWriter' | 'submit' | 'giveVerdict' | 'publish'
  caller: Caller
  key: IdempotencyKey
  articleId: ArticleId
  /** Null for an act on the article and not on its text. */
  revisionId: RevisionId | null
  /** Everything that was asked, for telling two requests with one key apart. */
  request: unknown
  perform(tx: Writable): Promise<unknown>
}

export interface Answer {
  status: number
  body: unknown
}

/**
 * Does an act once, however often it is sent. The answer commits together with the effect, so there is no moment at
 * which one exists without the other. A refusal is an answer too: it is kept under the key with its entry in the
 * record, and the same key is refused the same way even when the cause is gone; a new attempt takes a new key. What
 * never came to judgement (malformed, not signed in, a defect of the server) is not kept. Keys belong to a person.
 * Requests with the same key queue up behind the database's one writer. Throws `idempotency_mismatch`.
 */
export async function doOnce(store: Store, act: Act, now: Date): Promise<Answer> {
  const { key, caller } = act
  const personId = caller.person.id
  const fingerprint = fingerprintOf(act)
  return store.write(async (tx) => {
    const known = await findRow(tx, personId, key)
    if (known !== null) {
      if (known.fingerprint !== fingerprint) throw new GalleyError('idempotency_mismatch', { key })
      return toAnswer(known)
    }
    const answer = await judge(tx, act, now)
    const row = {
      personId,
      key,
      fingerprint,
      status: answer.status,
      body: JSON.stringify(answer.body),
      at: toInstant(now),
    }
    await tx.insertInto('operations').values(row).execute()
    return answer
  })
}

/** What became of a request whose answer was lost. Throws `not_found` for one that was never done. */
export async function findAnswer(read: Readable, personId: PersonId, key: IdempotencyKey): Promise<Answer> {
  const row = await findRow(read, personId, key)
  if (row === null) throw new GalleyError('not_found', { key })
  return toAnswer(row)
}

async function judge(tx: Writable, act: Act, now: Date): Promise<Answer> {
  try {
    return { status: 200, body: await undoable(tx, () => act.perform(tx)) }
  } catch (error) {
    if (!(error instanceof GalleyError)) throw error
    await recordRefusal(tx, act, error, now)
    return { status: statusOf(error.code), body: toWire(error) }
  }
}

async function recordRefusal(tx: Writable, act: Act, { code }: GalleyError, now: Date): Promise<void> {
  const { name, caller, articleId, revisionId } = act
  // The record is of articles: without this, anyone signed in could fill it with invented ones.
  if ((await findArticle(tx, articleId)) === null) return
  await appendRecord(tx, caller, {
    articleId,
    event: 'refused',
    at: toInstant(now),
    revisionId,
    data: { act: name, code },
  })
}

async function findRow(read: Readable, personId: PersonId, key: IdempotencyKey) {
  const query = read.selectFrom('operations').selectAll().where('personId', '=', personId).where('key', '=', key)
  return (await query.executeTakeFirst()) ?? null
}

const toAnswer = ({ status, body }: { status: number; body: string }): Answer => ({ status, body: JSON.parse(body) })

function fingerprintOf({ name, articleId, request }: Act): string {
  try {
    return canonicalHash({ name, articleId, request })
  } catch (error) {
    throw new GalleyError('invalid_input', { reason: 'half a character' }, { cause: error })
  }
}
