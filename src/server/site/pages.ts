import type { ArticleContent } from '#shared/document/content.ts'
import type { ArticleId, PublicationId } from '#shared/domain/ids.ts'
import type { Column, Newsroom } from '#shared/domain/newsroom.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { SiteEntry } from './store.ts'

/** What every page of the site is made from. `siteUrl` is its origin. */
export interface PageInput {
  newsroom: Newsroom
  siteUrl: string
}

export interface ArticlePageInput extends PageInput {
  /** Whole and permanent: `absolute(siteUrl, articlePath(articleId))`. */
  url: string
  articleId: ArticleId
  publicationId: PublicationId
  publishedAt: Instant
  content: ArticleContent
  /** Other articles of its column, newest first, listed below it. */
  siblings?: readonly SiteEntry[]
}

export interface Paged {
  entries: readonly SiteEntry[]
  /** From 1. */
  page: number
  hasNext: boolean
}

export interface FrontPageInput extends PageInput, Paged {
  /** The newest of each top-level column, in the order of columns. */
  columns: readonly { column: Column; entries: readonly SiteEntry[] }[]
}

export interface ColumnPageInput extends PageInput, Paged {
  column: Column
}
