import { changeSize } from '#shared/document/changeSize.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { emptyContent } from '#shared/document/content.ts'
import { countText } from '#shared/document/count.ts'
import { isSame } from '#shared/document/diffContents.ts'
import { bodyText } from '#shared/document/text.ts'
import type { PointReason } from '#shared/domain/history.ts'
import type { ArticleId, PersonId, RevisionId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { WritableDb } from '../db/handles.ts'
import type { StoredPoint } from './repository.ts'
import { deletePoint, insertPoint, lastPoint, pointContent } from './repository.ts'
import { storeText } from './texts.ts'

export interface NewPoint {
  articleId: ArticleId
  reason: PointReason
  content: ArticleContent
  /** Of the draft that `content` is; 0 where there is none. */
  version: number
  at: Instant
  /** Whose words they are, or whose act it was. */
  personId: PersonId | null
  /** The stored revision that `content` is: it is then not kept a second time. */
  revisionId?: RevisionId
  /** The point whose words were brought back. */
  origin?: number
}

/**
 * Adds a point to the article's history, inside of the transaction that it belongs to, and answers its number. A named
 * point takes the place of the writing point that already showed the same words of the same version.
 */
export function keepPoint(tx: WritableDb, point: NewPoint): number {
  const { articleId, reason, content, version, at, personId, revisionId = null, origin = null } = point
  const last = lastPoint(tx, articleId)
  const before = textBefore(tx, last)
  const same = last?.version === version && version > 0 && isSame(before, content)
  const taken = same && last.reason === 'writing' ? last : null
  const { added, removed } = taken ?? changeSize(before, content)
  const seq = taken?.seq ?? (last?.seq ?? 0) + 1
  if (taken !== null) deletePoint(tx, articleId, taken)
  insertPoint(tx, articleId, {
    seq,
    reason,
    version,
    at,
    personId,
    revisionId,
    textId: revisionId === null ? (taken?.textId ?? storeText(tx, articleId, content)) : null,
    origin,
    characters: countText(bodyText(content.blocks)).characters,
    added,
    removed,
  })
  return seq
}

/** A point that cannot be read any more must not keep the next one from being made. */
function textBefore(tx: WritableDb, last: StoredPoint | undefined): ArticleContent {
  if (last === undefined) return emptyContent
  try {
    return pointContent(tx, last)
  } catch {
    return emptyContent
  }
}
