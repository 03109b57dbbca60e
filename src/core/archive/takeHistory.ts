import { isSame } from '#shared/document/diffContents.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { StoredPoint } from '../history/repository.ts'
import { pointContent, pointsOf, replacePoints } from '../history/repository.ts'
import { storeText, takeText } from '../history/texts.ts'
import { getRevision, putRevision } from '../revisions/repository.ts'
import { revisionsOf } from './history.ts'
import { mergePoints } from './mergePoints.ts'

/**
 * Takes over the frozen texts of an article and every point of its history that is not here. Nothing that is here goes.
 * Answers whether anything came.
 */
export function takeHistory(tx: WritableDb, staged: ReadableDb, articleId: ArticleId): boolean {
  for (const { id, at } of revisionsOf(staged, articleId)) putRevision(tx, getRevision(staged, id), at)
  const here = pointsOf(tx, articleId)
  const merged = mergePoints(here, pointsOf(staged, articleId), (own, other) => isSamePoint(tx, staged, own, other))
  if (merged.length === here.length) return false
  const taken = new Map<number, number>()
  const points = merged.map(({ from, point }) =>
    from === 'here' || point.textId === null
      ? point
      : { ...point, textId: takeText(staged, tx, articleId, point.textId, taken) },
  )
  replacePoints(tx, articleId, points)
  return true
}

/**
 * The history of `from` as that of its copy `to`. A revision is named by everything in it, its article too, and cannot
 * be one of another; so its words become a text.
 */
export function copyHistory(tx: WritableDb, staged: ReadableDb, from: ArticleId, to: ArticleId): void {
  const taken = new Map<number, number>()
  const textOf = (point: StoredPoint): number =>
    point.textId === null
      ? storeText(tx, to, pointContent(staged, point))
      : takeText(staged, tx, to, point.textId, taken)
  // Versions are those of a draft, and the copy begins its own.
  const points = pointsOf(staged, from).map((point) => ({
    ...point,
    version: 0,
    revisionId: null,
    textId: textOf(point),
  }))
  replacePoints(tx, to, points)
}

/** The same act at the same moment, with the same words. */
function isSamePoint(db: ReadableDb, staged: ReadableDb, here: StoredPoint, there: StoredPoint): boolean {
  const facts = ({ reason, at, personId, revisionId, characters }: StoredPoint) => [
    reason,
    at,
    personId,
    revisionId,
    characters,
  ]
  if (!isSame(facts(here), facts(there))) return false
  return here.revisionId !== null || isSame(pointContent(db, here), pointContent(staged, there))
}
