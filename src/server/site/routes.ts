import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'

import { MediaHash, ArticleId, Slug } from '#shared/domain/ids.ts'
import type { Clock } from '#shared/domain/time.ts'
import type { Asset } from './assets.ts'
import { etagOf, readAssets } from './assets.ts'
import { renderNotFoundPage } from './notFoundPage.ts'
import { articlePath, feedPath, homePath, iconPath, sitemapPath, stylesPath } from './paths.ts'
import { html, pageHeaders, send, sendRendered } from './reply.ts'
import { sendMedia } from './media.ts'
import { renderRobots } from './sitemap.ts'
import type { SiteStore } from './store.ts'
import { siteViews } from './views.ts'

export interface SiteOptions {
  store: SiteStore
  /** The site's origin as readers know it. */
  siteUrl: string
  clock?: Clock
  /** Folder with another site.css and icon.svg. */
  assets?: string
}

const Page = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) })
const ColumnParams = z.object({ id: Slug })
const xml = 'application/xml; charset=utf-8'
const rss = 'application/rss+xml; charset=utf-8'

/** The public site. Register it last or first: its catch-all for unknown addresses gives way to every other route. */
export const siteRoutes: FastifyPluginCallback<SiteOptions> = (fastify, options, done) => {
  const { store, siteUrl } = options
  const views = siteViews(store, siteUrl, options.clock ?? (() => new Date()))
  const assets = readAssets(options.assets)

  const notFound = async (reply: FastifyReply): Promise<FastifyReply> => {
    const page = renderNotFoundPage({ newsroom: await store.newsroom(), siteUrl })
    return reply
      .code(404)
      .headers({ ...pageHeaders, 'cache-control': 'no-store' })
      .type(html)
      .send(page)
  }

  /** Null stands for an address at which there is nothing. */
  const answer =
    (type: string, view: (request: FastifyRequest) => Promise<string | null>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const content = await view(request)
      return content === null ? notFound(reply) : sendRendered(request, reply, type, content)
    }

  const paged = (request: FastifyRequest): number | null => Page.safeParse(request.query).data?.page ?? null
  const columnId = (request: FastifyRequest): string => ColumnParams.safeParse(request.params).data?.id ?? ''

  fastify.get(
    homePath,
    answer(html, async (request) => views.front(paged(request))),
  )
  fastify.get(
    '/columns/:id',
    answer(html, async (request) => views.column(columnId(request), paged(request))),
  )
  fastify.get(
    feedPath,
    answer(rss, async () => views.feed()),
  )
  fastify.get(
    '/columns/:id/feed.xml',
    answer(rss, async (request) => views.columnFeed(columnId(request))),
  )
  fastify.get(
    sitemapPath,
    answer(xml, async () => views.sitemap()),
  )
  fastify.get(
    '/robots.txt',
    answer('text/plain; charset=utf-8', async () => renderRobots(siteUrl)),
  )

  fastify.get('/articles/:id', async (request, reply) => {
    const { data } = z.object({ id: ArticleId }).safeParse(request.params)
    const page = data === undefined ? null : await store.page(articlePath(data.id))
    if (page === null) return notFound(reply)
    reply.header('last-modified', new Date(page.publishedAt).toUTCString())
    return send(request, reply, { type: html, content: page.html, etag: etagOf(page.hash), maxAge: 60 })
  })

  fastify.get('/media/:hash', async (request, reply) => {
    const { data } = z.object({ hash: MediaHash }).safeParse(request.params)
    const media = data === undefined ? null : await store.media(data.hash)
    if (media === null) return notFound(reply)
    return sendMedia(request, reply, media)
  })

  const file = (path: string, { bytes, type, etag }: Asset): void => {
    fastify.get(path, (request, reply) => send(request, reply, { type, content: bytes, etag, maxAge: 300 }))
  }
  file(stylesPath, assets.styles)
  file(iconPath, assets.icon)

  fastify.get('/*', async (_request, reply) => notFound(reply))
  done()
}
