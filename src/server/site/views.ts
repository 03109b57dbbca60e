import type { Column, Newsroom } from '#shared/domain/newsroom.ts'
import type { Clock } from '#shared/domain/time.ts'
import { renderColumnPage } from './columnPage.ts'
import { renderFeed } from './feed.ts'
import { renderFrontPage } from './frontPage.ts'
import type { Paged } from './pages.ts'
import { renderSitemap } from './sitemap.ts'
import type { Range, SiteEntry, SiteStore } from './store.ts'

const perPage = 20
const perColumn = 6
const perFeed = 50
/** The protocol's limit is 50,000 addresses a file. */
const perSitemap = 5000

/** Pages that are rendered from the records on each request. Null: there is no such column or page. */
export function siteViews(store: SiteStore, siteUrl: string, clock: Clock) {
  const columnNamed = async (id: string): Promise<{ newsroom: Newsroom; column: Column } | null> => {
    const newsroom = await store.newsroom()
    const column = newsroom.columns.find((column) => column.id === id)
    return column === undefined ? null : { newsroom, column }
  }

  return {
    async front(page: number | null): Promise<string | null> {
      const paged = await readPage(page, (range) => store.latest(range))
      if (paged === null) return null
      const newsroom = await store.newsroom()
      const top = page === 1 ? newsroom.columns.filter(({ parentId }) => parentId === null) : []
      const columns = await Promise.all(
        top.map(async (column) => ({
          column,
          entries: await store.byColumn(family(newsroom, column.id), { limit: perColumn, offset: 0 }),
        })),
      )
      return renderFrontPage({ newsroom, siteUrl, columns, ...paged })
    },

    async column(id: string, page: number | null): Promise<string | null> {
      const found = await columnNamed(id)
      if (found === null) return null
      const paged = await readPage(page, (range) => store.byColumn(family(found.newsroom, id), range))
      return paged === null ? null : renderColumnPage({ ...found, siteUrl, ...paged })
    },

    async feed(): Promise<string> {
      const [newsroom, entries] = await Promise.all([store.newsroom(), store.latest({ limit: perFeed, offset: 0 })])
      return renderFeed({ newsroom, siteUrl, column: null, entries })
    },

    async columnFeed(id: string): Promise<string | null> {
      const found = await columnNamed(id)
      if (found === null) return null
      const entries = await store.byColumn(family(found.newsroom, id), { limit: perFeed, offset: 0 })
      return renderFeed({ ...found, siteUrl, entries })
    },

    async sitemap(): Promise<string> {
      const [newsroom, entries] = await Promise.all([store.newsroom(), store.latest({ limit: perSitemap, offset: 0 })])
      return renderSitemap({ newsroom, siteUrl, entries, now: clock() })
    },
  }
}

/** One entry more than a page holds tells whether there is a next one. Only the first page may be empty. */
async function readPage(page: number | null, read: (range: Range) => Promise<SiteEntry[]>): Promise<Paged | null> {
  if (page === null) return null
  const entries = await read({ limit: perPage + 1, offset: (page - 1) * perPage })
  if (entries.length === 0 && page > 1) return null
  return { entries: entries.slice(0, perPage), page, hasNext: entries.length > perPage }
}

/** A column and everything below it. Columns that name each other as parents are each counted once. */
function family({ columns }: Newsroom, root: string): string[] {
  const ids = new Set([root])
  for (const id of ids) for (const column of columns) if (column.parentId === id) ids.add(column.id)
  return [...ids]
}
