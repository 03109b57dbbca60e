import type { ArticleId, MediaHash } from '#shared/domain/ids.ts'

/**
 * Addresses of the site, below its own root. An article's never changes: neither headline nor column is part of it, and
 * a correction or a retraction stands where the article stood.
 */
export const articlePath = (articleId: ArticleId): string => `/articles/${articleId}`
export const columnPath = (columnId: string): string => `/columns/${columnId}`
export const columnFeedPath = (columnId: string): string => `/columns/${columnId}/feed.xml`
export const mediaPath = (hash: MediaHash): string => `/media/${hash}`

export const homePath = '/'
export const feedPath = '/feed.xml'
export const sitemapPath = '/sitemap.xml'
export const stylesPath = '/assets/site.css'
export const iconPath = '/assets/icon.svg'

/** A path of the site as a whole address. `siteUrl` is the site's origin, with or without a slash behind it. */
export const absolute = (siteUrl: string, path: string): string => new URL(path, siteUrl).href
