import { z } from 'zod'

import type { ArticleContent } from '#shared/document/content.ts'
import { diffContents, isSame } from '#shared/document/diffContents.ts'
import { applyJournal, JournalOp } from '#shared/document/journal.ts'
import { readContent } from '#shared/document/upgrade.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { Packed } from './packing.ts'
import { pack, unpack } from './packing.ts'

/** Steps longer than this share of their base are no saving: the text becomes the base of those after it. */
const worthwhile = 1 / 4

const StoredText = z.object({ base: z.int().nullable(), hash: z.string(), body: z.instanceof(Uint8Array) })
const Base = z.object({ id: z.int(), length: z.int() })
const Ops = z.array(JournalOp)

/**
 * Keeps a text, as the steps that lead to it from the last whole one where those are short. Answers the id of a text
 * that reads as `content`: perhaps one that is there already.
 */
export function storeText(tx: WritableDb, articleId: ArticleId, content: ArticleContent): number {
  const base = tx.get(
    Base,
    'SELECT id, length FROM history_texts WHERE article_id = ? AND base IS NULL ORDER BY id DESC LIMIT 1',
    [articleId],
  )
  const steps = base === undefined ? null : stepsFrom(tx, base.id, content)
  if (base === undefined || steps === null) return insert(tx, articleId, null, pack(content))
  if (steps.length === 0) return base.id
  const packed = pack(steps)
  return packed.length < base.length * worthwhile
    ? insert(tx, articleId, base.id, packed)
    : insert(tx, articleId, null, pack(content))
}

/** Verified against its hash. Throws `document_invalid` when what is on disk is not what was stored. */
export function readText(db: ReadableDb, id: number): ArticleContent {
  const row = db.get(StoredText, 'SELECT base, hash, body FROM history_texts WHERE id = ?', [id])
  const stored = row === undefined ? null : unpack(row)
  if (row === undefined || stored === null) throw new GalleyError('document_invalid', { text: id, reason: 'hash' })
  return row.base === null ? readContent(stored) : applyJournal(readText(db, row.base), Ops.parse(stored))
}

const PackedText = z.object({
  base: z.int().nullable(),
  length: z.int(),
  hash: z.string(),
  body: z.instanceof(Uint8Array),
})

/**
 * Takes a text of another library over as it is packed there, with the one that it stands on. `taken` says what each
 * was taken over as, so that none comes twice.
 */
export function takeText(
  from: ReadableDb,
  tx: WritableDb,
  articleId: ArticleId,
  id: number,
  taken: Map<number, number>,
): number {
  const known = taken.get(id)
  if (known !== undefined) return known
  const row = from.get(PackedText, 'SELECT base, length, hash, body FROM history_texts WHERE id = ?', [id])
  if (row === undefined) throw new GalleyError('document_invalid', { text: id, reason: 'no text' })
  const base = row.base === null ? null : takeText(from, tx, articleId, row.base, taken)
  const as = insert(tx, articleId, base, row)
  taken.set(id, as)
  return as
}

/** Lets go of texts that no point shows any more, and of bases that nothing stands on. */
export function sweepTexts(tx: WritableDb, articleId: ArticleId): void {
  const unused = `article_id = ? AND NOT EXISTS (SELECT 1 FROM history_points WHERE text_id = history_texts.id)`
  tx.run(`DELETE FROM history_texts WHERE base IS NOT NULL AND ${unused}`, [articleId])
  tx.run(
    `DELETE FROM history_texts WHERE base IS NULL AND ${unused}
       AND NOT EXISTS (SELECT 1 FROM history_texts AS next WHERE next.base = history_texts.id)`,
    [articleId],
  )
}

/** Null where the base cannot be read or the steps would not lead exactly to `content`: it is then kept whole. */
function stepsFrom(db: ReadableDb, base: number, content: ArticleContent): JournalOp[] | null {
  try {
    const before = readText(db, base)
    const steps = diffContents(before, content)
    return isSame(applyJournal(before, steps), content) ? steps : null
  } catch {
    return null
  }
}

function insert(tx: WritableDb, articleId: ArticleId, base: number | null, { length, hash, body }: Packed): number {
  return tx.run('INSERT INTO history_texts (article_id, base, length, hash, body) VALUES (?, ?, ?, ?, ?)', [
    articleId,
    base,
    length,
    hash,
    body,
  ]).lastId
}
