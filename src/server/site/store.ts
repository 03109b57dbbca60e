import { z } from 'zod'

import { MediaHash, PublicationId, Slug } from '#shared/domain/ids.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { Instant } from '#shared/domain/time.ts'

/** A published article as lists, feeds and the sitemap show it: made by `entryOf` at publication and stored beside the page. */
export const SiteEntry = z.object({
  publicationId: PublicationId,
  /** Where it stands, below the site's root. */
  path: z.string(),
  publishedAt: Instant,
  kicker: z.string(),
  headline: z.string(),
  deck: z.string(),
  columnId: Slug.nullable(),
  /** First words of the body. */
  excerpt: z.string(),
  /** Printed names of the sources and of whoever is in the byline. */
  sources: z.array(z.string()),
  authors: z.array(z.string()),
  picture: z.object({ media: MediaHash, width: z.int(), height: z.int(), alt: z.string() }).nullable(),
})
export type SiteEntry = z.infer<typeof SiteEntry>

/** A page as it was rendered at publication. It is served byte for byte. */
export interface StoredPage {
  html: string
  /** Lower-case hex SHA-256 of the UTF-8 bytes of `html`: the receipt's `pageHash`, and the page's ETag. */
  hash: string
  publishedAt: Instant
}

export interface StoredMedia {
  /** Of a file on disk that never changes. */
  path: string
  /** Of its bytes. Pages from before there were renditions name it by another. */
  hash: MediaHash
  mimeType: string
  /** In bytes. */
  size: number
}

export interface Range {
  limit: number
  offset: number
}

/** What the site has to know. The storage of the publishing server answers; entries come newest first. */
export interface SiteStore {
  newsroom(): Promise<Newsroom>
  latest(range: Range): Promise<SiteEntry[]>
  /** Entries of any of these columns. */
  byColumn(columnIds: readonly string[], range: Range): Promise<SiteEntry[]>
  /** `path` as in `SiteEntry.path`. */
  page(path: string): Promise<StoredPage | null>
  media(hash: MediaHash): Promise<StoredMedia | null>
}
