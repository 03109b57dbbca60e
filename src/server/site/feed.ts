import { x } from 'xastscript'

import { plainLine } from '#shared/document/render/printable.ts'
import type { Column } from '#shared/domain/newsroom.ts'
import type { PageInput } from './pages.ts'
import { absolute, columnFeedPath, columnPath, feedPath, homePath } from './paths.ts'
import type { SiteEntry } from './store.ts'
import { xmlDocument } from './xml.ts'

export interface FeedInput extends PageInput {
  /** Null for the feed of the whole site. */
  column: Column | null
  entries: readonly SiteEntry[]
}

/** RSS 2.0, with authors and sources in Dublin Core (RSS's own `author` is an e-mail address). */
export function renderFeed({ newsroom, siteUrl, column, entries }: FeedInput): string {
  const name = plainLine(newsroom.name)
  const title = column === null ? name : `${plainLine(column.name)} - ${name}`
  const here = column === null ? feedPath : columnFeedPath(column.id)
  const [newest] = entries
  const channel = x('channel', [
    x('title', title),
    x('link', absolute(siteUrl, column === null ? homePath : columnPath(column.id))),
    x('description', title),
    x('language', newsroom.language.toLowerCase()),
    ...(newest === undefined ? [] : [x('lastBuildDate', rfc822(newest.publishedAt))]),
    x('atom:link', { href: absolute(siteUrl, here), rel: 'self', type: 'application/rss+xml' }),
    ...entries.map((entry) => item(entry, siteUrl, newsroom.columns)),
  ])
  const namespaces = {
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  }
  return xmlDocument(x('rss', { version: '2.0', ...namespaces }, [channel]))
}

function item(entry: SiteEntry, siteUrl: string, columns: readonly Column[]) {
  const url = absolute(siteUrl, entry.path)
  const column = columns.find(({ id }) => id === entry.columnId)
  return x('item', [
    x('title', plainLine(entry.headline)),
    x('link', url),
    x('guid', { isPermaLink: 'true' }, url),
    x('pubDate', rfc822(entry.publishedAt)),
    ...(column === undefined ? [] : [x('category', plainLine(column.name))]),
    ...entry.authors.map((author) => x('dc:creator', plainLine(author))),
    ...entry.sources.map((source) => x('dc:source', plainLine(source))),
    x('description', plainLine(entry.excerpt)),
  ])
}

const rfc822 = (at: string): string => new Date(at).toUTCString()
