import { z } from 'zod'

import type { ArticleContent } from '#shared/document/content.ts'
import { PointReason } from '#shared/domain/history.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { PersonId, RevisionId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { revisionContent } from '../revisions/repository.ts'
import { readText } from './texts.ts'

/** A row of history_points. */
export const StoredPoint = z
  .object({
    seq: z.int(),
    reason: PointReason,
    version: z.int(),
    at: Instant,
    person_id: PersonId.nullable(),
    revision_id: RevisionId.nullable(),
    text_id: z.int().nullable(),
    origin: z.int().nullable(),
    characters: z.int().nullable(),
    added: z.int(),
    removed: z.int(),
  })
  .transform(({ person_id, revision_id, text_id, ...rest }) => ({
    ...rest,
    personId: person_id,
    revisionId: revision_id,
    textId: text_id,
  }))
export type StoredPoint = z.infer<typeof StoredPoint>

const columns = 'seq, reason, version, at, person_id, revision_id, text_id, origin, characters, added, removed'

/** Oldest first. */
export const pointsOf = (db: ReadableDb, articleId: ArticleId): StoredPoint[] =>
  db.all(StoredPoint, `SELECT ${columns} FROM history_points WHERE article_id = ? ORDER BY seq`, [articleId])

export const lastPoint = (db: ReadableDb, articleId: ArticleId): StoredPoint | undefined =>
  db.get(StoredPoint, `SELECT ${columns} FROM history_points WHERE article_id = ? ORDER BY seq DESC LIMIT 1`, [
    articleId,
  ])

/** The newest version of the draft that a point shows; 0 for none. */
export const shownVersion = (db: ReadableDb, articleId: ArticleId): number =>
  db.get(
    z.object({ version: z.int().nullable() }),
    'SELECT max(version) AS version FROM history_points WHERE article_id = ?',
    [articleId],
  )?.version ?? 0

/** Throws `not_found`, among others for a point that was thinned away in the meantime. */
export function getPoint(db: ReadableDb, articleId: ArticleId, seq: number): StoredPoint {
  const point = db.get(StoredPoint, `SELECT ${columns} FROM history_points WHERE article_id = ? AND seq = ?`, [
    articleId,
    seq,
  ])
  if (point === undefined) throw new GalleyError('not_found', { articleId, seq })
  return point
}

/** Throws `document_invalid` when what is on disk is not what was kept. */
export function pointContent(db: ReadableDb, { revisionId, textId }: StoredPoint): ArticleContent {
  if (revisionId !== null) return revisionContent(db, revisionId)
  if (textId !== null) return readText(db, textId)
  throw new GalleyError('database_damaged', { reason: 'a point without a text' })
}

export function insertPoint(tx: WritableDb, articleId: ArticleId, point: StoredPoint): void {
  tx.run(
    `INSERT INTO history_points (article_id, ${columns})
     VALUES (@articleId, @seq, @reason, @version, @at, @personId, @revisionId, @textId, @origin, @characters, @added,
       @removed)`,
    { articleId, ...point },
  )
}

/** Puts `points` in the place of all that the article has, numbered as they stand. `origin` names one of them. */
export function replacePoints(tx: WritableDb, articleId: ArticleId, points: readonly StoredPoint[]): void {
  tx.run('DELETE FROM history_points WHERE article_id = ?', [articleId])
  for (const point of points) insertPoint(tx, articleId, point)
}

/** What it added to its predecessor, its successor adds now. */
export function deletePoint(tx: WritableDb, articleId: ArticleId, { seq, added, removed }: StoredPoint): void {
  tx.run(
    `UPDATE history_points SET added = added + ?, removed = removed + ?
     WHERE article_id = ? AND seq = (SELECT min(seq) FROM history_points WHERE article_id = ? AND seq > ?)`,
    [added, removed, articleId, articleId, seq],
  )
  tx.run('DELETE FROM history_points WHERE article_id = ? AND seq = ?', [articleId, seq])
}
