import { createHash } from 'node:crypto'
import Fastify from 'fastify'

import { entryOf } from '#server/site/entry.ts'
import { absolute, articlePath } from '#server/site/paths.ts'
import { renderArticlePage } from '#server/site/articlePage.ts'
import { siteRoutes } from '#server/site/routes.ts'
import type { SiteEntry, SiteStore, StoredPage } from '#server/site/store.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { newArticleId, newPublicationId } from '#shared/domain/ids.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'

export interface TestSite {
  url: string
  /** Puts an article on the site and returns its path. The newest comes first. */
  publish(content: ArticleContent): string
  close(): Promise<void>
}

/** The real site on a free port, its records in memory. */
export async function startSite(newsroom: Newsroom): Promise<TestSite> {
  const pages = new Map<string, StoredPage>()
  const entries: SiteEntry[] = []
  const store: SiteStore = {
    newsroom: async () => newsroom,
    latest: async ({ limit, offset }) => entries.slice(offset, offset + limit),
    byColumn: async (ids, { limit, offset }) =>
      entries.filter(({ columnId }) => columnId !== null && ids.includes(columnId)).slice(offset, offset + limit),
    page: async (path) => pages.get(path) ?? null,
    media: async () => null,
  }
  const siteUrl = 'https://site.example'
  const server = Fastify()
  await server.register(siteRoutes, { store, siteUrl })
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    publish(content) {
      const articleId = newArticleId()
      const publicationId = newPublicationId()
      const publishedAt = '2026-03-08T11:20:00.000Z'
      const path = articlePath(articleId)
      const input = { newsroom, siteUrl, url: absolute(siteUrl, path), articleId, publicationId, publishedAt, content }
      const html = renderArticlePage({ ...input, siblings: entries.slice(0, 5) })
      pages.set(path, { html, publishedAt, hash: createHash('sha256').update(html).digest('hex') })
      entries.unshift(entryOf({ articleId, publicationId, publishedAt, content }, newsroom))
      return path
    },
    close: () => server.close(),
  }
}
