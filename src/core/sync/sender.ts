import type { ArticleId } from '#shared/domain/ids.ts'
import { GalleyError, isGalleyError, toWire } from '#shared/rpc/errors.ts'
import { addReceipt, getArticle } from '../articles/repository.ts'
import type { CoreContext } from '../context.ts'
import type { WritableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import { forgetAtDesk, setAtDesk } from '../media/repository.ts'
import { unsentUpTo } from '../sharing/freeze.ts'
import { forgetLine, noteEntries } from '../sharing/lineStore.ts'
import { sendRevision } from '../sharing/sendRevision.ts'
import { applyArticle } from './applyArticle.ts'
import type { Delivery, Effect } from './deliver.ts'
import { deliver, lookUp } from './deliver.ts'
import type { OutboxRow } from './outbox/repository.ts'
import { moveRow, nextRow, recoverSending, waitingArticles } from './outbox/repository.ts'
import { SignedOut } from './session.ts'

/**
 * Sends what waits: each article's rows in their order, one after the other. A row that the desk refuses holds up its
 * own article only. Answers true when something has to be tried again later. Throws when nothing can get through.
 */
export async function sendWaiting(context: CoreContext, delivery: Omit<Delivery, 'db'>): Promise<boolean> {
  const { db } = context
  // Only one round runs at a time: what still says `sending` was interrupted, by a crash or by a full disk.
  transaction(db, recoverSending)
  let again = false
  const doubted = new Set<number>()
  for (const articleId of waitingArticles(db)) {
    for (let row = nextRow(db, articleId); row !== null; row = nextRow(db, articleId)) {
      const settled = await settle(context, { ...delivery, db }, row, doubted)
      if (!settled) {
        again = true
        break
      }
    }
  }
  return again
}

/** False when the row has to be tried again later. */
async function settle(
  context: CoreContext,
  delivery: Delivery,
  row: OutboxRow,
  doubted: Set<number>,
): Promise<boolean> {
  try {
    const known = row.state === 'unknown' ? await lookUp(delivery, row) : null
    if (known instanceof GalleyError) reject(context, row, known)
    else if (known !== null) confirm(context, row, known)
    else await attempt(context, delivery, row, doubted)
    return true
  } catch (error) {
    if (delivery.signal.aborted || isImpassable(error)) throw error
    context.log.warn('outbox row not settled', { id: row.id, act: row.act, error: String(error) })
    return false
  }
}

/** `doubted`: rows of this round that the desk knew no parents of, because it was set back behind them. */
async function attempt(context: CoreContext, delivery: Delivery, row: OutboxRow, doubted: Set<number>): Promise<void> {
  transaction(context.db, (tx) => moveRow(tx, row.id, 'sending'))
  told(context, row.articleId)
  let effect: Effect
  try {
    if (doubted.has(row.id)) await bringAgain(context, delivery, row)
    effect = await deliver(delivery, row)
  } catch (error) {
    if (row.act === 'revision' && isGalleyError(error, 'not_found') && !doubted.has(row.id)) {
      doubted.add(row.id)
      transaction(context.db, (tx) => {
        forgetLine(tx, row.articleId)
        forgetAtDesk(tx)
        moveRow(tx, row.id, 'pending')
      })
      return
    }
    if (isRefusal(error)) {
      reject(context, row, error)
      return
    }
    transaction(context.db, (tx) => moveRow(tx, row.id, hadNoEffect(error) ? 'pending' : 'unknown', toWire(error)))
    told(context, row.articleId)
    throw error
  }
  confirm(context, row, effect)
}

/** Everything that a revision stands on, as far as it is here: what the desk still has is stored once all the same. */
async function bringAgain(context: CoreContext, delivery: Delivery, { articleId, request }: OutboxRow): Promise<void> {
  if (request.act !== 'revision') return
  for (const id of unsentUpTo(context.db, articleId, request.revisionId)) {
    await sendRevision(context, delivery.media, articleId, id, delivery)
  }
}

function confirm(context: CoreContext, row: OutboxRow, effect: Effect): void {
  transaction(context.db, (tx) => {
    moveRow(tx, row.id, 'confirmed')
    take(tx, row, effect)
  })
  told(context, row.articleId)
}

function take(tx: WritableDb, { articleId, request }: OutboxRow, effect: Effect): void {
  if (effect.kind === 'article') applyArticle(tx, effect.article)
  else if (effect.kind === 'receipt') addReceipt(tx, getArticle(tx, articleId), effect.receipt)
  else if (effect.kind === 'noted') noteEntries(tx, articleId, [effect.entry])
  else if (request.act === 'media') setAtDesk(tx, request.media)
}

function reject(context: CoreContext, row: OutboxRow, refusal: GalleyError): void {
  transaction(context.db, (tx) => moveRow(tx, row.id, 'rejected', toWire(refusal)))
  context.log.warn('the desk refused', { id: row.id, act: row.act, code: refusal.code })
  told(context, row.articleId)
}

const told = ({ emit }: CoreContext, articleId: ArticleId): void => emit('articles.changed', { articleId })

/** Turned away before anything could happen: the row is as if it had never been sent. */
const hadNoEffect = (error: unknown): boolean =>
  error instanceof SignedOut ||
  isGalleyError(error, 'offline') ||
  isGalleyError(error, 'rate_limited') ||
  isGalleyError(error, 'keychain_unavailable')

const undecided = new Set<GalleyError['code']>([
  'offline',
  'timeout',
  'server_unavailable',
  'rate_limited',
  'in_progress',
  'unauthenticated',
  'disconnected',
  'internal',
  'keychain_unavailable',
  'disk_full',
  'disk_read_only',
  'disk_failing',
  'database_busy',
  'database_damaged',
  'decoder_unavailable',
  'media_unreadable',
])

/** The desk (or what is left of the document here) says no, and will say no again. */
const isRefusal = (error: unknown): error is GalleyError => error instanceof GalleyError && !undecided.has(error.code)

/** Nothing else would get through either. A failing answer to one row says little about the next. */
const isImpassable = (error: unknown): boolean =>
  !isGalleyError(error, 'server_unavailable') && !isGalleyError(error, 'in_progress')
