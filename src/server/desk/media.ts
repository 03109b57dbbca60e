import type { Readable, Writable } from '../storage/open.ts'
import type { Tables } from '../storage/schema.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { mediaOf } from '#shared/document/content.ts'
import type { MediaHash } from '#shared/domain/ids.ts'

export async function findMedia(read: Readable, hash: MediaHash): Promise<Tables['media'] | null> {
  return (await read.selectFrom('media').selectAll().where('hash', '=', hash).executeTakeFirst()) ?? null
}

/** Two desktops may upload the same file at the same time; it is one file. */
export async function noteMedia(tx: Writable, file: Tables['media']): Promise<void> {
  await tx
    .insertInto('media')
    .values(file)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Files that the article shows and the desk does not have. */
export async function missingMedia(read: Readable, content: ArticleContent): Promise<MediaHash[]> {
  const wanted = mediaOf(content)
  if (wanted.length === 0) return []
  const rows = await read.selectFrom('media').select('hash').where('hash', 'in', wanted).execute()
  const held = new Set(rows.map(({ hash }) => hash))
  return wanted.filter((hash) => !held.has(hash))
}
