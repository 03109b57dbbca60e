import { z } from 'zod'

import type { ArticleId } from '#shared/domain/ids.ts'
import { RevisionId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import type { ReadableDb } from '../db/handles.ts'
import { pointsOf } from '../history/repository.ts'
import { readText } from '../history/texts.ts'
import { getRevision } from '../revisions/repository.ts'
import type { HistoryLine } from './format.ts'

const Kept = z.object({ id: RevisionId, at: Instant })

/**
 * The frozen texts and the history of an article, line by line, texts before the points that show them. What cannot be
 * read any more is left out, and `onDamage` is told: one damaged text must not keep the others from being saved.
 */
export function* historyOf(db: ReadableDb, articleId: ArticleId, onDamage: () => void): Generator<HistoryLine> {
  const readable = <T>(read: () => T): T | null => {
    try {
      return read()
    } catch {
      onDamage()
      return null
    }
  }
  const revisions = new Set<RevisionId>()
  for (const { id, at } of revisionsOf(db, articleId)) {
    const revision = readable(() => getRevision(db, id))
    if (revision === null) continue
    revisions.add(id)
    yield { kind: 'revision', id, parents: [...revision.parents], storedAt: at, content: revision.content }
  }
  const points = pointsOf(db, articleId)
  const texts = new Set<number>()
  for (const n of new Set(points.flatMap(({ textId }) => textId ?? []))) {
    const content = readable(() => readText(db, n))
    if (content === null) continue
    texts.add(n)
    yield { kind: 'text', n, content }
  }
  for (const { textId, ...point } of points) {
    const isThere = point.revisionId === null ? textId !== null && texts.has(textId) : revisions.has(point.revisionId)
    if (isThere) yield { kind: 'point', ...point, text: textId }
  }
}

/** Parents before children, as they were stored. */
export const revisionsOf = (db: ReadableDb, articleId: ArticleId): z.infer<typeof Kept>[] =>
  db.all(Kept, 'SELECT id, stored_at AS at FROM revisions WHERE article_id = ? ORDER BY rowid', [articleId])
