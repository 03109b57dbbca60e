import { z } from 'zod'

import type { ArticleContent } from '#shared/document/content.ts'
import { mediaOf } from '#shared/document/content.ts'
import type { Revision } from '#shared/document/revision.ts'
import { revisionId } from '#shared/document/revision.ts'
import { readContent } from '#shared/document/upgrade.ts'
import { ArticleId, MediaHash, RevisionId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { noteUses } from '../media/uses.ts'
import { json } from '../db/json.ts'

const StoredRevision = z.object({
  article_id: ArticleId,
  parents: json(z.array(RevisionId)),
  content: json(z.unknown()),
})

/** Stores a frozen article under its hash; storing it again changes nothing. */
export function putRevision(tx: WritableDb, revision: Revision, at: Instant): RevisionId {
  const { articleId, parents, content } = revision
  const id = frozenId(revision)
  const text = JSON.stringify(content)
  const { changes } = tx.run('INSERT INTO revisions VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING', [
    id,
    articleId,
    JSON.stringify(parents),
    text,
    at,
  ])
  if (changes === 0) return id
  for (const media of mediaOf(content)) tx.run('INSERT INTO revision_media VALUES (?, ?)', [id, media])
  noteUses(tx, articleId, text)
  return id
}

/** Verified against its id. Throws `not_found`, and `document_invalid` when what is on disk is not what was stored. */
export function getRevision(db: ReadableDb, id: RevisionId): Revision {
  const row = db.get(StoredRevision, 'SELECT article_id, parents, content FROM revisions WHERE id = ?', [id])
  if (row === undefined) throw new GalleyError('not_found', { revisionId: id })
  const revision: Revision = { articleId: row.article_id, parents: row.parents, content: readContent(row.content) }
  if (revisionId(revision) !== id) throw new GalleyError('document_invalid', { revisionId: id, reason: 'hash' })
  return revision
}

export const revisionContent = (db: ReadableDb, id: RevisionId): ArticleContent => getRevision(db, id).content

export const hasRevision = (db: ReadableDb, id: RevisionId): boolean =>
  db.get(z.object({ id: RevisionId }), 'SELECT id FROM revisions WHERE id = ?', [id]) !== undefined

/** Revisions that articles stand at and whose text has not arrived. */
export const missingRevisions = (db: ReadableDb): { articleId: ArticleId; revisionId: RevisionId }[] =>
  db.all(
    z.object({ articleId: ArticleId, revisionId: RevisionId }),
    'SELECT id AS articleId, head AS revisionId FROM articles WHERE head IS NOT NULL AND head NOT IN (SELECT id FROM revisions)',
  )

/** Files that the desk may have and that are not here: revisions show them, or they were here before they were damaged. */
export const missingMedia = (db: ReadableDb): { media: MediaHash; articleId: ArticleId }[] =>
  db.all(
    z.object({ media: MediaHash, articleId: ArticleId }),
    `SELECT media, min(article_id) AS articleId FROM media_uses
     WHERE media NOT IN (SELECT hash FROM media WHERE gone_at IS NULL)
       AND (media IN (SELECT media FROM revision_media) OR media IN (SELECT hash FROM media WHERE at_desk = 1))
     GROUP BY media`,
  )

/** RFC 8785 has no form for half a character, which only a broken paste can bring in. */
function frozenId(revision: Revision): RevisionId {
  try {
    return revisionId(revision)
  } catch (error) {
    throw new GalleyError('document_invalid', { reason: String(error) }, { cause: error })
  }
}
