import type { MediaFolder } from '../desk/mediaFolder.ts'
import { readNewsroom } from '../desk/newsroom.ts'
import type { Range, SiteStore } from '../site/store.ts'
import { SiteEntry } from '../site/store.ts'
import type { Readable, Store } from '../storage/open.ts'
import { Receipt } from '#shared/domain/article.ts'
import type { MediaHash } from '#shared/domain/ids.ts'

/** What readers may see: publications and their pictures, and nothing else of the desk. */
export function siteStore(store: Store, folder: MediaFolder): SiteStore {
  return {
    newsroom: () => store.read(readNewsroom),
    latest: (range) => store.read(async (read) => entries(await newest(read, range).execute())),
    byColumn: (columnIds, range) => store.read((read) => newestOf(read, columnIds, range)),
    page: (path) =>
      store.read(async (read) => {
        const query = read
          .selectFrom('publications')
          .select(['html', 'receipt'])
          .where('path', '=', path)
          .orderBy('publishedAt', 'desc')
          .orderBy('id', 'desc')
        const row = await query.executeTakeFirst()
        if (row === undefined) return null
        const { pageHash, publishedAt } = Receipt.parse(JSON.parse(row.receipt))
        return { html: row.html, hash: pageHash, publishedAt }
      }),
    media: (hash) =>
      store.read(async (read) => {
        const made = await read
          .selectFrom('renditions')
          .select(['mimeType', 'bytes'])
          .where('hash', '=', hash)
          .executeTakeFirst()
        const row = made ?? (await shownOriginal(read, hash))
        return row === undefined ? null : { path: folder.pathOf(hash), mimeType: row.mimeType, size: row.bytes }
      }),
  }
}

/** Pages from before there were renditions show the file itself. */
const shownOriginal = (read: Readable, hash: MediaHash) =>
  read
    .selectFrom('media')
    .innerJoin('publicationMedia', 'publicationMedia.hash', 'media.hash')
    .select(['media.mimeType', 'media.bytes'])
    .where('media.hash', '=', hash)
    .executeTakeFirst()

/** The newest publications of any of these columns. */
export async function newestOf(read: Readable, columnIds: readonly string[], range: Range): Promise<SiteEntry[]> {
  if (columnIds.length === 0) return []
  return entries(await newest(read, range).where('columnId', 'in', columnIds).execute())
}

/** Publications of one millisecond stand in the order of their ids, so that pages of a list never overlap. */
const newest = (read: Readable, { limit, offset }: Range) =>
  read
    .selectFrom('publications')
    .select('entry')
    .orderBy('publishedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)

const entries = (rows: readonly { entry: string }[]): SiteEntry[] =>
  rows.map(({ entry }) => SiteEntry.parse(JSON.parse(entry)))
