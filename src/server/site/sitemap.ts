import { x } from 'xastscript'

import { plainLine } from '#shared/document/render/printable.ts'
import type { PageInput } from './pages.ts'
import { absolute, columnPath, homePath, sitemapPath } from './paths.ts'
import type { SiteEntry } from './store.ts'
import { xmlDocument } from './xml.ts'

export interface SitemapInput extends PageInput {
  entries: readonly SiteEntry[]
  now: Date
}

/** News readers want only what is at most two days old marked as news. */
const newsAge = 2 * 24 * 60 * 60 * 1000

/** Articles and columns by the sitemap protocol, the newest marked with the news extension. */
export function renderSitemap({ newsroom, siteUrl, entries, now }: SitemapInput): string {
  const publication = x('news:publication', [
    x('news:name', plainLine(newsroom.name)),
    x('news:language', newsroom.language.toLowerCase()),
  ])
  const articles = entries.map(({ path, publishedAt, headline }) => {
    const isNews = now.getTime() - Date.parse(publishedAt) <= newsAge
    const news = [
      x('news:news', [publication, x('news:publication_date', publishedAt), x('news:title', plainLine(headline))]),
    ]
    return x('url', [x('loc', absolute(siteUrl, path)), x('lastmod', publishedAt), ...(isNews ? news : [])])
  })
  const places = [homePath, ...newsroom.columns.map(({ id }) => columnPath(id))]
  const namespaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  }
  return xmlDocument(
    x('urlset', namespaces, [...places.map((path) => x('url', [x('loc', absolute(siteUrl, path))])), ...articles]),
  )
}

/** Everything public may be read by machines; the desk is for desktops. */
export const renderRobots = (siteUrl: string): string =>
  ['User-agent: *', 'Disallow: /desk/', `Sitemap: ${absolute(siteUrl, sitemapPath)}`, ''].join('\n')
