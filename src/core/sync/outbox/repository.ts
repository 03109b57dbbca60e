import { z } from 'zod'

import { OutboxItem } from '#shared/contract/sync.ts'
import { ArticleId, IdempotencyKey, newIdempotencyKey } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import { WireError } from '#shared/rpc/errors.ts'
import type { ReadableDb, WritableDb } from '../../db/handles.ts'
import { json } from '../../db/json.ts'
import { OutboxRequest } from './request.ts'
import { nextOf, onTheWay } from './lanes.ts'
import type { OutboxState } from './states.ts'
import { transition } from './states.ts'

export const OutboxRow = z
  .object({
    id: z.int(),
    action: z.string(),
    article_id: ArticleId,
    act: OutboxItem.shape.act,
    state: OutboxItem.shape.state,
    idempotency_key: IdempotencyKey,
    request: json(OutboxRequest),
    attempts: z.int(),
    error: json(WireError).nullable(),
    created_at: Instant,
  })
  .transform(({ article_id, idempotency_key, created_at, ...rest }) => ({
    ...rest,
    articleId: article_id,
    key: idempotency_key,
    createdAt: created_at,
  }))
export type OutboxRow = z.infer<typeof OutboxRow>

const open = `state <> 'confirmed' AND dismissed_at IS NULL`

/** One act of a person, with what has to be at the desk before it: rows that go in this order and fail together. */
export function addAction(tx: WritableDb, articleId: ArticleId, requests: readonly OutboxRequest[], at: Instant): void {
  const action = newIdempotencyKey()
  for (const request of requests) {
    tx.run(
      `INSERT INTO outbox (action, article_id, act, state, idempotency_key, request, created_at)
       VALUES (?, ?, ?, 'pending', ?, ?, ?)`,
      [action, articleId, request.act, newIdempotencyKey(), JSON.stringify(request), at],
    )
  }
}

/** What of an article is not confirmed, in the order in which it goes. */
export const openRows = (db: ReadableDb, articleId: ArticleId): OutboxRow[] =>
  db.all(OutboxRow, `SELECT * FROM outbox WHERE article_id = ? AND ${open} ORDER BY id`, [articleId])

/** The same of several articles, by article; one without any is left out. */
export function openRowsOf(db: ReadableDb, articleIds: readonly ArticleId[]): Map<ArticleId, OutboxRow[]> {
  const rows = db.all(
    OutboxRow,
    `SELECT * FROM outbox WHERE article_id IN (SELECT value FROM json_each(?)) AND ${open} ORDER BY id`,
    [JSON.stringify(articleIds)],
  )
  const byArticle = new Map<ArticleId, OutboxRow[]>()
  for (const row of rows) byArticle.set(row.articleId, [...(byArticle.get(row.articleId) ?? []), row])
  return byArticle
}

/** The next row of an article to go, or null: nothing waits, or the desk refused what is in front. */
export const nextRow = (db: ReadableDb, articleId: ArticleId): OutboxRow | null => nextOf(openRows(db, articleId))

/** Articles of which something waits, those that waited longest first. */
export const waitingArticles = (db: ReadableDb): ArticleId[] =>
  db
    .all(z.object({ id: ArticleId }), `SELECT article_id AS id FROM outbox WHERE ${open} GROUP BY 1 ORDER BY min(id)`)
    .map(({ id }) => id)

/** Moves a row along the table of states, and nowhere else. */
export function moveRow(tx: WritableDb, id: number, to: OutboxState, error: WireError | null = null): void {
  const row = tx.get(z.object({ state: OutboxItem.shape.state }), 'SELECT state FROM outbox WHERE id = ?', [id])
  if (row === undefined) throw new Error(`no outbox row ${id}`)
  tx.run('UPDATE outbox SET state = ?, error = ?, attempts = attempts + ? WHERE id = ?', [
    transition(row.state, to),
    error === null ? null : JSON.stringify(error),
    to === 'sending' ? 1 : 0,
    id,
  ])
}

/** After a crash nobody knows whether what was being sent arrived. */
export function recoverSending(tx: WritableDb): void {
  const rows = tx.all(z.object({ id: z.int() }), `SELECT id FROM outbox WHERE state = 'sending'`)
  for (const { id } of rows) moveRow(tx, id, 'unknown')
}

/**
 * Against the table of states, and only when the desk was set back to a backup: what it had confirmed may be unknown to
 * it again. It is looked up under its old key, and sent again when it is.
 */
export const doubtConfirmed = (tx: WritableDb, articleId: ArticleId) =>
  tx.run(`UPDATE outbox SET state = 'unknown' WHERE article_id = ? AND state = 'confirmed'`, [articleId])

/**
 * Against the table of states, and only when the library was restored: what waits in it may have been sent since. The
 * keys are the old ones, so that nothing is done twice.
 */
export const doubtOpen = (tx: WritableDb) =>
  tx.run(`UPDATE outbox SET state = 'unknown' WHERE state IN ('pending', 'sending') AND dismissed_at IS NULL`)

/** Takes back a refused act on the article's way and what was to follow it there. The rows stay as a record. */
export function dismissFrom(tx: WritableDb, { articleId, action }: OutboxRow, at: Instant): void {
  const rows = onTheWay(openRows(tx, articleId))
  const from = rows.findIndex((row) => row.action === action)
  for (const following of new Set(rows.slice(from).map((row) => row.action))) dismissAction(tx, following, at)
}

/** Takes back one act and nothing else. */
export const dismissAction = (tx: WritableDb, action: string, at: Instant) =>
  tx.run(`UPDATE outbox SET dismissed_at = ? WHERE action = ? AND ${open}`, [at, action])

/** For people: everything open, and what was confirmed last. */
export const listOutbox = (db: ReadableDb): OutboxRow[] =>
  db.all(
    OutboxRow,
    `SELECT * FROM outbox WHERE dismissed_at IS NULL AND (state <> 'confirmed'
       OR id IN (SELECT id FROM outbox WHERE state = 'confirmed' ORDER BY id DESC LIMIT 50)) ORDER BY id`,
  )

const Tally = z.object({ waiting: z.int(), rejected: z.int() })

/** Acts of people (not their files and revisions) that wait, and that were refused. */
export const tallyOutbox = (db: ReadableDb): z.infer<typeof Tally> =>
  db.get(
    Tally,
    `SELECT count(*) FILTER (WHERE NOT refused) AS waiting, count(*) FILTER (WHERE refused) AS rejected
     FROM (SELECT max(state = 'rejected') AS refused FROM outbox WHERE ${open} GROUP BY action)`,
  ) ?? { waiting: 0, rejected: 0 }
