import { z } from 'zod'

import { ArticleId } from '#shared/domain/ids.ts'
import type { ReadableDb, WritableDb } from '../../db/handles.ts'
import type { Token } from '../text/tokens.ts'
import { charactersOf, tokenize } from '../text/tokens.ts'
import type { Stamped } from './reading.ts'

/**
 * Ids grow with the date of the last change, because FTS5 hands its answers out by id at no cost, and everything that
 * is ordered by date is ordered by it. What changes goes on top; a library that is read in for the first time goes
 * below, newest first, so that what people look for is there before the rest is.
 */
const firstId = 1_000_000_000_000

export interface Document {
  articleId: ArticleId
  read: Stamped
}

const Known = z.object({ id: z.int() })
const Ends = z.object({ lowest: z.int().nullable(), highest: z.int().nullable() })

/** Takes articles in that have changed, the one that changed last at the end. */
export function putChanged(tx: WritableDb, documents: readonly Document[]): void {
  for (const { articleId } of documents) removeDocument(tx, articleId)
  const { highest } = ends(tx)
  documents.forEach((document, index) => insert(tx, (highest ?? firstId) + 1 + index, document))
}

/** Takes older articles in than all that are there, the newest of them first. */
export function putOlder(tx: WritableDb, documents: readonly Document[]): void {
  const { lowest } = ends(tx)
  const from = (lowest ?? firstId) - documents.length
  // FTS5 writes a new tree whenever an id is lower than the one before.
  documents.toReversed().forEach((document, index) => insert(tx, from + index, document))
}

export function removeDocument(tx: WritableDb, articleId: ArticleId): void {
  const known = tx.get(Known, 'SELECT id FROM documents WHERE article_id = ?', [articleId])
  if (known === undefined) return
  tx.run('DELETE FROM words WHERE rowid = ?', [known.id])
  tx.run('DELETE FROM documents WHERE id = ?', [known.id])
}

const ends = (db: ReadableDb) =>
  db.get(Ends, 'SELECT min(id) AS lowest, max(id) AS highest FROM documents') ?? { lowest: null, highest: null }

function insert(tx: WritableDb, id: number, { articleId, read: { text, stamp } }: Document): void {
  tx.run('INSERT INTO documents VALUES (?, ?, ?)', [id, articleId, stamp])
  const columns = [text.body, [text.title], text.attribution, [...text.pictures, ...text.opinions]].map(cut)
  tx.run('INSERT INTO words (rowid, body, title, names, notes, chars, tags) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    id,
    ...columns.map((tokens) => tokens.map((token) => token.text).join(' ')),
    [...charactersOf(columns.flat())].join(' '),
    text.tags.join(' '),
  ])
}

const cut = (lines: readonly string[]): Token[] => tokenize(lines.join('\n'))
