import { z } from 'zod'

import type { ParentsOf } from '#shared/document/line.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { PersonId, RevisionId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import type { LineEntry } from '#shared/protocol/revisions.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { json } from '../db/json.ts'

const Parents = z.array(RevisionId)

const Row = z
  .object({
    revision_id: RevisionId,
    seq: z.int(),
    parents: json(Parents),
    writer_id: PersonId,
    stored_at: Instant,
  })
  .transform(({ revision_id, seq, parents, writer_id, stored_at }): LineEntry => ({
    revisionId: revision_id,
    seq,
    parents,
    writerId: writer_id,
    storedAt: stored_at,
  }))

/** Keeps what the desk told of its line. What it told before stays as it is. */
export function noteEntries(tx: WritableDb, articleId: ArticleId, entries: readonly LineEntry[]): void {
  for (const { revisionId, seq, parents, writerId, storedAt } of entries) {
    tx.run('INSERT INTO line VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', [
      articleId,
      revisionId,
      seq,
      JSON.stringify(parents),
      writerId,
      storedAt,
    ])
  }
}

/** The desk was set back, or turned out to have been: nobody knows what it still has. */
export const forgetLine = (tx: WritableDb, articleId: ArticleId) =>
  tx.run('DELETE FROM line WHERE article_id = ?', [articleId])

export const forgetAllLines = (tx: WritableDb) => tx.run('DELETE FROM line')

/** Up to which entry the line is known without a gap. What was sent from here is known ahead of what others sent. */
export function knownUpTo(db: ReadableDb, articleId: ArticleId): number {
  const row = db.get(
    z.object({ seq: z.int() }),
    `SELECT min(seq) AS seq FROM (SELECT 0 AS seq UNION ALL SELECT seq FROM line WHERE article_id = @articleId) AS known
     WHERE NOT EXISTS (SELECT 1 FROM line WHERE article_id = @articleId AND seq = known.seq + 1)`,
    { articleId },
  )
  return row?.seq ?? 0
}

/** The graph of an article's revisions: what the desk has of it, and what is only here. */
export class Graph {
  /** What the desk has. */
  readonly entries: ReadonlyMap<RevisionId, LineEntry>
  readonly #here: ReadonlyMap<RevisionId, readonly RevisionId[]>

  constructor(entries: readonly LineEntry[], here: ReadonlyMap<RevisionId, readonly RevisionId[]>) {
    this.entries = new Map(entries.map((entry) => [entry.revisionId, entry]))
    this.#here = here
  }

  readonly parentsOf: ParentsOf = (id) => this.entries.get(id)?.parents ?? this.#here.get(id) ?? []
}

export function graphOf(db: ReadableDb, articleId: ArticleId): Graph {
  const entries = db.all(Row, 'SELECT * FROM line WHERE article_id = ? ORDER BY seq', [articleId])
  const here = db.all(
    z.object({ id: RevisionId, parents: json(Parents) }),
    'SELECT id, parents FROM revisions WHERE article_id = ?',
    [articleId],
  )
  return new Graph(entries, new Map(here.map(({ id, parents }) => [id, parents])))
}
