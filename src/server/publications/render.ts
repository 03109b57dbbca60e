import { createHash } from 'node:crypto'

import { renderArticlePage } from '../site/articlePage.ts'
import { entryOf } from '../site/entry.ts'
import { absolute, articlePath } from '../site/paths.ts'
import type { SiteEntry } from '../site/store.ts'
import type { Readable } from '../storage/open.ts'
import { newestOf } from './siteStore.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { ArticleId, PublicationId } from '#shared/domain/ids.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import type { Instant } from '#shared/domain/time.ts'

export interface Publication {
  newsroom: Newsroom
  siteUrl: string
  articleId: ArticleId
  publicationId: PublicationId
  publishedAt: Instant
  content: ArticleContent
}

export interface RenderedPage {
  path: string
  url: string
  html: string
  /** Lower-case hex SHA-256 of the page's UTF-8 bytes. */
  hash: string
  entry: SiteEntry
}

/** Other articles listed below one. */
const siblingCount = 5

/** The page as it will be stored and served, with what lists show of it. */
export async function renderPublication(read: Readable, publication: Publication): Promise<RenderedPage> {
  const { newsroom, siteUrl, articleId, content } = publication
  const { columnId } = content.fields
  const siblings = columnId === null ? [] : await newestOf(read, [columnId], { limit: siblingCount, offset: 0 })
  const path = articlePath(articleId)
  const url = absolute(siteUrl, path)
  const html = renderArticlePage({ ...publication, url, siblings })
  return {
    path,
    url,
    html,
    hash: createHash('sha256').update(html).digest('hex'),
    entry: entryOf(publication, newsroom),
  }
}
