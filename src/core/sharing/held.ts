import { z } from 'zod'

import type { ArticleId } from '#shared/domain/ids.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { DraftHead } from '../journal/repository.ts'

/** Taking a text in is not handing it on: a draft that came with an archive stays here until somebody works on it. */
export const hold = (tx: WritableDb, articleId: ArticleId, version: number) =>
  tx.run('UPDATE articles SET held_version = ? WHERE id = ?', [version, articleId])

const Held = z.object({ version: z.int().nullable() })

export const isHeld = (db: ReadableDb, articleId: ArticleId, { version }: Pick<DraftHead, 'version'>): boolean =>
  db.get(Held, 'SELECT held_version AS version FROM articles WHERE id = ?', [articleId])?.version === version
