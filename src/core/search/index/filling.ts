import { z } from 'zod'

import { ArticleId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import type { Database } from '../../db/database.ts'
import type { WritableDb } from '../../db/handles.ts'
import { transaction } from '../../db/transaction.ts'
import type { Document } from './documents.ts'
import { putChanged, putOlder, removeDocument } from './documents.ts'
import type { Place } from './indexContract.ts'
import { readNames, readStamped, stampOf } from './reading.ts'

/** Both files as one slice of work sees them. */
export interface Files {
  library: Database
  index: Database
}

const Fact = z.object({ value: z.int() })

export const factOf = ({ index }: Files, name: 'batch' | 'complete'): number =>
  index.get(Fact, 'SELECT value FROM facts WHERE name = ?', [name])?.value ?? 0

const setFact = (tx: WritableDb, name: 'batch' | 'complete', value: number) =>
  tx.run('INSERT INTO facts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [name, value])

export function take(files: Files, articleIds: readonly ArticleId[], batch: number): void {
  const documents = read(files, articleIds)
  const gone = articleIds.filter((id) => !documents.some(({ articleId }) => articleId === id))
  transaction(files.index, (tx) => {
    for (const articleId of gone) removeDocument(tx, articleId)
    putChanged(tx, documents)
    setFact(tx, 'batch', batch)
  })
}

const Looked = z.object({ articleId: ArticleId, updatedAt: Instant, stamp: z.string() })
const Indexed = z.object({ articleId: ArticleId, stamp: z.string() })
const Count = z.object({ n: z.int() })

/** Looks at `slice` articles. More of them in one take fewer merges of the index, and hold a search up longer. */
export function walk(
  files: Files,
  from: Place | null,
  batch: number,
  slice: number,
): { next: Place | null; waiting: number } {
  const { library, index } = files
  const seen = library.all(
    Looked,
    `SELECT articles.id AS articleId, updated_at AS updatedAt, ${stampOf} AS stamp
     FROM articles LEFT JOIN drafts ON article_id = articles.id
     ${from === null ? '' : 'WHERE (updated_at, articles.id) < (@at, @id)'}
     ORDER BY updated_at DESC, articles.id DESC LIMIT @slice`,
    { at: from?.updatedAt ?? null, id: from?.articleId ?? null, slice },
  )
  const known = stamps(files, seen)
  const fresh = seen.filter(({ articleId, stamp }) => known.get(articleId) !== stamp)
  const documents = read(
    files,
    fresh.map(({ articleId }) => articleId),
  )
  transaction(index, (tx) => {
    putChanged(tx, documents.filter(({ articleId }) => known.has(articleId)).toReversed())
    putOlder(
      tx,
      documents.filter(({ articleId }) => !known.has(articleId)),
    )
    setFact(tx, 'batch', batch)
  })
  const next = seen.length === slice ? seen.at(-1) : undefined
  if (next === undefined) finishWalk(files)
  const waiting = count(library, 'articles') - count(index, 'documents')
  return { next: next ?? null, waiting: Math.max(0, waiting) }
}

function stamps({ index }: Files, articles: readonly { articleId: ArticleId }[]): Map<ArticleId, string> {
  const rows = index.all(
    Indexed,
    `SELECT article_id AS articleId, stamp FROM documents WHERE article_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(articles.map(({ articleId }) => articleId))],
  )
  return new Map(rows.map(({ articleId, stamp }) => [articleId, stamp]))
}

/** Everything that is in the library is in the index now; what is in the index and not in the library leaves it. */
function finishWalk({ library, index }: Files): void {
  const ids = new Set(library.all(Looked.pick({ articleId: true }), 'SELECT id AS articleId FROM articles').map(idOf))
  const gone = index
    .all(Indexed.pick({ articleId: true }), 'SELECT article_id AS articleId FROM documents')
    .map(idOf)
    .filter((articleId) => !ids.has(articleId))
  transaction(index, (tx) => {
    for (const articleId of gone) removeDocument(tx, articleId)
    setFact(tx, 'complete', 1)
  })
}

const idOf = ({ articleId }: { articleId: ArticleId }): ArticleId => articleId

const count = (db: Database, table: 'articles' | 'documents'): number =>
  db.get(Count, `SELECT count(*) AS n FROM ${table}`)?.n ?? 0

function read({ library }: Files, articleIds: readonly ArticleId[]): Document[] {
  const names = readNames(library)
  return articleIds.flatMap((articleId) => {
    const found = readStamped(library, articleId, names)
    return found === null ? [] : [{ articleId, read: found }]
  })
}
