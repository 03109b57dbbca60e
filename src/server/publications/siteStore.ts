import type { MediaFolder } from '../desk/mediaFolder.ts'
import { readNewsroom } from '../desk/newsroom.ts'
import type { OldPages } from './oldPages.ts'
import type { Range, SiteStore } from '../site/store.ts'
import { SiteEntry } from '../site/store.ts'
import type { Readable, Store } from '../storage/open.ts'
import { Receipt } from '#shared/domain/article.ts'

/** What readers may see: publications and their pictures, and nothing else of the desk. */
export function siteStore(store: Store, folder: MediaFolder, old: OldPages): SiteStore {
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
    async media(address) {
      const query = (read: Readable) =>
        read.selectFrom('renditions').selectAll().where('hash', '=', address).executeTakeFirst()
      const shown = (await store.read(query)) ?? (await old.rendition(address))
      if (shown === null) return null
      const { hash, mimeType, bytes } = shown
      return { path: folder.pathOf(hash), hash, mimeType, size: bytes }
    },
  }
}

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
